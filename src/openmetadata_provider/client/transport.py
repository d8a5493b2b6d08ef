"""Where HTTP is spoken: two connections, sync and async, that run steps.

One request goes: a token (fetched if need be), the limits, the exchange, and once more with a new token after a 401.
What then fails for a passing reason goes on in `repeating`. `messages` translates to httpx and back.

No traceback of ours has a frame of the HTTP stack: those hold the `Authorization` header.
"""

from __future__ import annotations

import threading
import traceback
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

import httpx

from openmetadata_provider.client.clock import Clock
from openmetadata_provider.client.exchange import Request, Response, Steps, run_steps, run_steps_async
from openmetadata_provider.client.known import Known
from openmetadata_provider.client.limits import AsyncGate, Gate, Limits
from openmetadata_provider.client.messages import Messages, http_client
from openmetadata_provider.client.observing import Exchange, Observer
from openmetadata_provider.client.retries import Outcome, described, is_passing, is_repeated
from openmetadata_provider.client.secret import Token
from openmetadata_provider.client.settings import Settings
from openmetadata_provider.client.token_sources import called, called_async
from openmetadata_provider.client.tokens import Held, TokenCall, TokenKeeper, TokenRequest
from openmetadata_provider.errors import ConnectionFailed, TransportError, UsageError

if TYPE_CHECKING:
    from openmetadata_provider.client.repeating import Repeats

T = TypeVar("T")
_FAILURES = (httpx.HTTPError, httpx.InvalidURL)


class _Call(NamedTuple):
    """One request of the API, however often it is sent."""

    request: Request
    id: str
    started: float


class _Shared:
    """What both connections are made of."""

    def __init__(self, settings: Settings, clock: Clock | None) -> None:
        self.settings = settings
        self.known = Known()
        self.clock = clock or Clock()
        self._observer = Observer(settings.on_exchange)
        self._keeper = TokenKeeper(settings.tokens, self.clock)

    def _call(self, request: Request) -> _Call:
        return _Call(request, self._observer.new_request_id(), self.clock.monotonic_s())

    def _goes_on(self, call: _Call, outcome: Outcome) -> bool:
        return self.settings.retries.attempts > 1 and is_repeated(call.request, outcome)

    def _repeats(self, call: _Call, outcome: Outcome) -> Repeats:
        from openmetadata_provider.client.repeating import Repeats  # not before the first failure

        policy, clock = self.settings.retries, self.clock
        return Repeats(call.request, outcome, started=call.started, policy=policy, clock=clock)


class Connection(_Shared):
    """A pool of connections to one server, and what is known about it. Threads may share it."""

    def __init__(
        self, settings: Settings, transport: httpx.BaseTransport | None = None, clock: Clock | None = None
    ) -> None:
        super().__init__(settings, clock)
        self._http = http_client(httpx.Client, settings, transport)
        self._messages = Messages(settings, self._http.headers)
        self._gate = Gate(settings.limits, self.clock) if settings.limits != Limits() else None
        self._renewal = threading.Lock()

    def run(self, steps: Steps[T]) -> T:
        """What the steps return. Raises whatever they raise, and TransportError."""
        return run_steps(steps, self.send, self.clock.sleep)

    def send(self, request: Request) -> Response:
        """The answer to one request. Raises TransportError; an error status is an answer like any other."""
        if self._http.is_closed:
            raise _closed()
        call = self._call(request)
        outcome = self._attempted(call, 1)
        if self._goes_on(call, outcome):
            outcome = self._repeated(call, self._repeats(call, outcome))
        return _answer(outcome)

    def claims(self) -> dict[str, Any]:
        """What the token in use says of itself if it is a JWT, unverified. One that is not there yet is fetched.

        Raises ConfigurationError, TokenUnavailable, TransportError.
        """
        return (self._keeper.current() or self._renewed(None)).claims()

    def close(self) -> None:
        """Closes the pool. Closing twice is fine."""
        self._http.close()

    def _repeated(self, call: _Call, repeats: Repeats) -> Outcome:
        from openmetadata_provider.client.repeating import repeated

        def again() -> Outcome:
            if repeats.is_looked_up_first and (found := self._found(call, repeats)) is not None:
                return found
            outcome = self._attempted(call, repeats.number)
            return (self._found(call, repeats) or outcome) if repeats.is_in_doubt(outcome) else outcome

        return repeated(repeats, again, self.clock.sleep)

    def _found(self, call: _Call, repeats: Repeats) -> Outcome | None:
        """What became of a request whose answer was lost; None if it left nothing behind."""

        def send(request: Request) -> Response:
            return _answer(self._attempted(call._replace(request=request), repeats.number))

        try:
            return repeats.found(run_steps(repeats.settle(), send))
        except TransportError as error:
            return error

    def _attempted(self, call: _Call, attempt: int) -> Outcome:
        try:
            token = self._keeper.current() or self._renewed(None)
            outcome = self._exchanged(call.request, token, call.id, attempt)
            if not (isinstance(outcome, Response) and outcome.status == 401):
                return outcome
            renewed = self._renewed(token)
        except TransportError as error:  # of whoever gives tokens
            return error
        return outcome if renewed == token else self._exchanged(call.request, renewed, call.id, attempt)

    def _renewed(self, rejected: Token | None) -> Token:
        """A token other than the rejected one, if there is one to be had. One thread at a time asks for it."""
        with self._renewal:
            if (token := self._keeper.newer_than(rejected)) is not None:
                return token
            steps: Steps[Held] = cast(Any, self._keeper.steps())  # they yield what `_token_step` takes
            return self._keeper.keep(run_steps(steps, cast(Any, self._token_step)))

    def _token_step(self, step: TokenRequest | TokenCall) -> Response | Token:
        if isinstance(step, TokenCall):
            return called(step)
        return _token_answer(step, self._exchanged(step, None, self._observer.new_request_id(), 1))

    def _exchanged(self, request: Request | TokenRequest, token: Token | None, id: str, attempt: int) -> Outcome:
        if self._gate is None:
            return self._exchange(request, token, id, attempt)
        with self._gate:
            return self._exchange(request, token, id, attempt)

    def _exchange(self, request: Request | TokenRequest, token: Token | None, id: str, attempt: int) -> Outcome:
        exchange = self._observer.begin(request, id, attempt)
        try:
            message = self._messages.request(request, token, id, self._http.cookies)
            if exchange is not None:
                exchange.sent_bytes = int(message.headers.get("Content-Length", 0))
            answer = self._http.send(message)
            outcome: Outcome = self._messages.response(answer, id, token)
        except _FAILURES as error:
            outcome = self._messages.failure(error, request, id, token)
        except BaseException as error:
            raise _without_frames(error, exchange) from None
        if exchange is not None:
            exchange.end(outcome)
        return outcome


class AsyncConnection(_Shared):
    """As `Connection`, for one event loop."""

    def __init__(
        self, settings: Settings, transport: httpx.AsyncBaseTransport | None = None, clock: Clock | None = None
    ) -> None:
        import asyncio  # not before a client needs it

        super().__init__(settings, clock)
        self._http = http_client(httpx.AsyncClient, settings, transport)
        self._messages = Messages(settings, self._http.headers)
        self._gate = AsyncGate(settings.limits, self.clock) if settings.limits != Limits() else None
        self._renewal = asyncio.Lock()

    async def run(self, steps: Steps[T]) -> T:
        """What the steps return. Raises whatever they raise, and TransportError."""
        return await run_steps_async(steps, self.send, self.clock.sleep_async)

    async def send(self, request: Request) -> Response:
        """The answer to one request. Raises TransportError; an error status is an answer like any other."""
        if self._http.is_closed:
            raise _closed()
        call = self._call(request)
        outcome = await self._attempted(call, 1)
        if self._goes_on(call, outcome):
            outcome = await self._repeated(call, self._repeats(call, outcome))
        return _answer(outcome)

    async def aclose(self) -> None:
        """Closes the pool. Closing twice is fine."""
        await self._http.aclose()

    async def _repeated(self, call: _Call, repeats: Repeats) -> Outcome:
        from openmetadata_provider.client.repeating import repeated_async

        async def again() -> Outcome:
            if repeats.is_looked_up_first and (found := await self._found(call, repeats)) is not None:
                return found
            outcome = await self._attempted(call, repeats.number)
            return (await self._found(call, repeats) or outcome) if repeats.is_in_doubt(outcome) else outcome

        return await repeated_async(repeats, again, self.clock.sleep_async)

    async def _found(self, call: _Call, repeats: Repeats) -> Outcome | None:
        async def send(request: Request) -> Response:
            return _answer(await self._attempted(call._replace(request=request), repeats.number))

        try:
            return repeats.found(await run_steps_async(repeats.settle(), send))
        except TransportError as error:
            return error

    async def _attempted(self, call: _Call, attempt: int) -> Outcome:
        try:
            token = self._keeper.current() or await self._renewed(None)
            outcome = await self._exchanged(call.request, token, call.id, attempt)
            if not (isinstance(outcome, Response) and outcome.status == 401):
                return outcome
            renewed = await self._renewed(token)
        except TransportError as error:  # of whoever gives tokens
            return error
        return outcome if renewed == token else await self._exchanged(call.request, renewed, call.id, attempt)

    async def _renewed(self, rejected: Token | None) -> Token:
        async with self._renewal:
            if (token := self._keeper.newer_than(rejected)) is not None:
                return token
            steps: Steps[Held] = cast(Any, self._keeper.steps())
            return self._keeper.keep(await run_steps_async(steps, cast(Any, self._token_step)))

    async def _token_step(self, step: TokenRequest | TokenCall) -> Response | Token:
        if isinstance(step, TokenCall):
            return await called_async(step)
        return _token_answer(step, await self._exchanged(step, None, self._observer.new_request_id(), 1))

    async def _exchanged(self, request: Request | TokenRequest, token: Token | None, id: str, attempt: int) -> Outcome:
        if self._gate is None:
            return await self._exchange(request, token, id, attempt)
        async with self._gate:
            return await self._exchange(request, token, id, attempt)

    async def _exchange(self, request: Request | TokenRequest, token: Token | None, id: str, attempt: int) -> Outcome:
        exchange = self._observer.begin(request, id, attempt)
        try:
            message = self._messages.request(request, token, id, self._http.cookies)
            if exchange is not None:
                exchange.sent_bytes = int(message.headers.get("Content-Length", 0))
            answer = await self._http.send(message)
            outcome: Outcome = self._messages.response(answer, id, token)
        except _FAILURES as error:
            outcome = self._messages.failure(error, request, id, token)
        except BaseException as error:
            raise _without_frames(error, exchange) from None
        if exchange is not None:
            exchange.end(outcome)
        return outcome


def _answer(outcome: Outcome) -> Response:
    if isinstance(outcome, TransportError):
        raise outcome
    return outcome


def _token_answer(request: TokenRequest, outcome: Outcome) -> Response:
    """The answer of whoever gives tokens. A passing failure raises: the request that needs the token is repeated."""
    if not is_passing(outcome):
        return _answer(outcome)
    reason = f"no token: {described(outcome)}"
    raise ConnectionFailed(method="POST", path=request.url, host="", reason=reason, may_have_arrived=False)


def _without_frames(error: BaseException, exchange: Exchange | None) -> BaseException:
    """The error of a cancelled or broken exchange, less the frames of the HTTP stack, which hold the token."""
    if exchange is not None:
        exchange.end(error)
    if isinstance(error, Exception):
        *_, (frame, line) = traceback.walk_tb(error.__traceback__)
        error.add_note(f"raised in {frame.f_code.co_filename}:{line}")
    return error.with_traceback(None)


def _closed() -> UsageError:
    return UsageError("this client is closed; make a new one.")
