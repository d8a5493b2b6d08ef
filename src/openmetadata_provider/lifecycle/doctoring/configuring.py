"""Host and token: whether they are there, and where they come from. Neither is ever more than named."""

from __future__ import annotations

import os
from collections import ChainMap
from dataclasses import replace
from typing import Final

from openmetadata_provider.client.openmetadata import OpenMetadata
from openmetadata_provider.client.retries import RetryPolicy
from openmetadata_provider.client.settings import (
    HOST_VARIABLE,
    TOKEN_FILE_VARIABLE,
    TOKEN_VARIABLE,
    Settings,
    host_and_token_from_env,
)
from openmetadata_provider.client.token_sources import FixedToken, FunctionToken, TokenFile
from openmetadata_provider.errors import ConfigurationError
from openmetadata_provider.lifecycle.doctoring.findings import Finding, Verdict

CHECK: Final = "configuration"
_HOW_TO_SET: Final = (
    f"Set {HOST_VARIABLE} to the server's address (https://metadata.example.com) and {TOKEN_VARIABLE} to a token "
    f"of it (Settings, Bots), or {TOKEN_FILE_VARIABLE} to the path of a file with one."
)
_BOTH: Final = f"{TOKEN_VARIABLE} and {TOKEN_FILE_VARIABLE} are both set, and the first is used. Unset one of them."


def configured(om: OpenMetadata | None, host: str | None, bindings: str) -> tuple[Settings | None, Finding]:
    """The settings to examine, of a client or of the environment; None if there are none, and what was found.

    `host` takes the place of the environment's.
    """
    if om is not None:
        settings = om.connection.settings
        return _patient(settings), _good(settings, "the client", _source_of(settings))
    try:
        given = {} if host is None else {HOST_VARIABLE: host}
        url, token = host_and_token_from_env(ChainMap(given, os.environ))
    except ConfigurationError as error:
        return None, Finding(check=CHECK, verdict=Verdict.failed, found=str(error), advice=_HOW_TO_SET)
    try:
        with OpenMetadata(host=url, jwt_token=token, bindings=bindings) as made:
            settings = made.connection.settings
    except ConfigurationError as error:  # which tells what to correct
        return None, Finding(check=CHECK, verdict=Verdict.failed, found=str(error))
    return _patient(settings), _from_environment(settings, HOST_VARIABLE if host is None else "--host")


def _patient(settings: Settings) -> Settings:
    """Nothing is repeated: whoever looks for a fault wants to see the first."""
    return replace(settings, retries=RetryPolicy.never(), on_exchange=None)


def _from_environment(settings: Settings, host_from: str) -> Finding:
    finding = _good(settings, host_from, _source_of(settings, TOKEN_VARIABLE))
    has_both = all(os.environ.get(name, "").strip() for name in (TOKEN_VARIABLE, TOKEN_FILE_VARIABLE))
    return replace(finding, verdict=Verdict.warning, advice=_BOTH) if has_both else finding


def _good(settings: Settings, host_from: str, token_from: str) -> Finding:
    found = f"{settings.api_url} (from {host_from}), token from {token_from}."
    facts = {"url": settings.api_url, "host_from": host_from, "token_from": token_from}
    return Finding(check=CHECK, verdict=Verdict.ok, found=found, facts=facts)


def _source_of(settings: Settings, text_from: str = "a text") -> str:
    """Where tokens come from, in words."""
    match settings.tokens:
        case FixedToken():
            return text_from
        case TokenFile(path=path):
            return f"the file {os.fspath(path)}"
        case FunctionToken():
            return "a function"
        case source:
            return type(source).__name__
