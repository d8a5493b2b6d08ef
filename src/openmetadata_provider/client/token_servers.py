"""Tokens that a server gives: a user's login, and OpenID Connect's client credentials."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import quote_plus, urlencode, urlsplit

from openmetadata_provider.client.exchange import Payload, Response
from openmetadata_provider.client.secret import Secret, Token
from openmetadata_provider.client.tokens import Held, RenewedTokens, TokenRequest, TokenSteps, held_token, renewal_time
from openmetadata_provider.errors import ConfigurationError, TokenUnavailable

LOGIN_PATH = "/v1/users/login"


class Login(RenewedTokens):
    """The token of a user who logs in with email and password (basic authentication of the server).

    A new one is fetched before the last one ends, and after a 401. Not for single sign-on: there, use an access token
    or a bot's token.
    """

    def __init__(self, *, email: str, password: str | Secret) -> None:
        password = Secret(password)  # under the same name: no frame of ours keeps the text
        self._email, self._password = email, password
        if not email.strip() or not password:
            raise ConfigurationError("Login needs an email and a password.")

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """The password, plain and as it is sent."""
        return (self._password, self._password.base64())

    def __repr__(self) -> str:
        return f"Login(email={self._email!r})"

    def fetched(self, held: Held | None, now: float) -> TokenSteps[Held]:
        """Logs in. Raises TokenUnavailable."""
        answer = yield TokenRequest(url=LOGIN_PATH, content=self._content(), content_type="application/json")
        given = _answer(answer, LOGIN_PATH, "Check email and password; after many failures the server locks the user.")
        return held_token(_token(given, "accessToken", LOGIN_PATH), now)

    def _content(self) -> bytes:
        return json.dumps({"email": self._email, "password": self._password.base64().reveal()}).encode()


@dataclass(frozen=True, slots=True)
class _Client:
    """Who asks a token endpoint, and for what."""

    client_id: str
    client_secret: Secret
    scope: str
    audience: str


class ClientCredentials(RenewedTokens):
    """Tokens from an identity provider, for a machine: OAuth 2 client credentials.

    The server must trust that provider (its public keys) and know the client as a user or bot. Tokens are kept until
    shortly before they end.
    """

    def __init__(
        self,
        *,
        token_url: str,
        client_id: str,
        client_secret: str | Secret,
        scope: str = "",
        audience: str = "",
        send_secret: Literal["body", "header"] = "body",
    ) -> None:
        """`scope` holds names separated by spaces; `audience` is for providers that want one (Auth0).

        `send_secret` says whether the client's name and secret go into the form or, as basic authentication, into the
        header. Raises ConfigurationError.
        """
        client_secret = Secret(client_secret)  # under the same name: no frame of ours keeps the text
        self._client = _Client(client_id, client_secret, scope, audience)
        self._token_url, self._send_secret = token_url.strip(), send_secret
        parts = urlsplit(self._token_url)
        if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
            raise ConfigurationError(
                "token_url must be a URL that begins with https://, without user and password, such as "
                "https://login.example.com/realms/data/protocol/openid-connect/token."
            )
        if not client_id or not client_secret:
            raise ConfigurationError("ClientCredentials needs a client_id and a client_secret.")

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """The client's secret, plain and as it is sent."""
        secret = self._client.client_secret
        return (secret, Secret(quote_plus(secret.reveal())), self._basic())

    def __repr__(self) -> str:
        return f"ClientCredentials(token_url={self._token_url!r}, client_id={self._client.client_id!r})"

    def fetched(self, held: Held | None, now: float) -> TokenSteps[Held]:
        """Asks the token endpoint. Raises TokenUnavailable."""
        answer = yield self._request()
        given = _answer(answer, self._token_url, "Check client_id, client_secret and scope.")
        token = _token(given, "access_token", self._token_url)
        lasts = given.value.get("expires_in")
        lasts = float(lasts) if str(lasts).isdecimal() else None
        if lasts is None:
            return held_token(token, now)
        return Held(token=token, renew_at=renewal_time(now + lasts, now))

    def _request(self) -> TokenRequest:
        in_header = self._send_secret == "header"
        return TokenRequest(
            url=self._token_url,
            content=self._form(in_header=in_header),
            content_type="application/x-www-form-urlencoded",
            authorization=_Basic(self._basic()) if in_header else None,
        )

    def _form(self, *, in_header: bool) -> bytes:
        client = self._client
        named = {} if in_header else {"client_id": client.client_id, "client_secret": client.client_secret.reveal()}
        wanted = {name: text for name, text in (("scope", client.scope), ("audience", client.audience)) if text}
        return urlencode({"grant_type": "client_credentials", **named, **wanted}).encode()

    def _basic(self) -> Secret:
        client = self._client
        return Secret(f"{quote_plus(client.client_id)}:{quote_plus(client.client_secret.reveal())}").base64()


class _Basic(Token):
    """Client and secret as basic authentication."""

    __slots__ = ()

    def __init__(self, value: str | Secret | None) -> None:
        super().__init__(value)
        self._header = f"Basic {self._value}"


def _answer(answer: object, source: str, advice: str) -> Payload:
    """The object in a good answer. Raises TokenUnavailable with what the server said."""
    assert isinstance(answer, Response)
    try:
        given = Payload(json.loads(answer.content))
    except (ValueError, RecursionError):
        given = Payload(None)
    if answer.status == 200 and isinstance(given.value, dict):
        return given
    raise TokenUnavailable(source=source, status=answer.status, reason=_reason(given.value), advice=advice)


def _reason(said: Any) -> str:
    """What an error answer says: OpenMetadata's message, or OAuth's error and its description."""
    if not isinstance(said, dict):
        return "the answer is no JSON object"
    texts = [said.get(name) for name in ("error", "error_description", "message")]
    return ": ".join(str(text) for text in texts if text) or "no reason is given"


def _token(given: Payload, name: str, source: str) -> Token:
    text = given.value.get(name)
    token = Token(text if isinstance(text, str) else None)
    del text
    if not token.is_sendable:
        raise TokenUnavailable(source=source, status=200, reason=f"the answer holds no {name}", advice="")
    return token
