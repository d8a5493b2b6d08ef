"""One run of a command: the server, progress, signals, and where results and remarks go."""

from __future__ import annotations

import os
import sys
from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TextIO

from openmetadata_provider.client.settings import (
    HOST_VARIABLE,
    TOKEN_FILE_VARIABLE,
    TOKEN_VARIABLE,
    host_and_token_from_env,
)
from openmetadata_provider.errors import ConfigurationError
from openmetadata_provider.lifecycle.commands.problems import problems_shown
from openmetadata_provider.lifecycle.commands.progress import Display, display_for
from openmetadata_provider.lifecycle.commands.stopping import Interruption
from openmetadata_provider.validation.reports.terminal import Look, look_of, print_pieces

if TYPE_CHECKING:
    from openmetadata_provider.client.observing import ExchangeEvent
    from openmetadata_provider.client.openmetadata import OpenMetadata

_WHERE_FROM: Final = (
    f"The host may be given with --host; the token stands in {TOKEN_VARIABLE}, or in a file that "
    f"{TOKEN_FILE_VARIABLE} names. Settings, Bots (or a user's Access Token) of the server shows it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What is the same for every command of the lifecycle."""

    command: str
    display: Display
    interruption: Interruption
    as_json: bool = False
    quiet: bool = False
    verbose: bool = False

    @property
    def remarks(self) -> TextIO:
        """Where people read: standard output, unless that is for JSON."""
        return sys.stderr if self.as_json else sys.stdout

    @property
    def look(self) -> Look:
        """The look of what people read."""
        return look_of(self.remarks)

    def show(self, lines: Iterable[str]) -> None:
        """Lines for people."""
        print_pieces((f"{line}\n" for line in lines), self.remarks)

    def show_json(self, value: Mapping[str, Any]) -> None:
        """The result for programs, on standard output."""
        import json

        print_pieces([json.dumps(value, indent=2, ensure_ascii=False), "\n"])

    @contextmanager
    def connected(self, host: str | None, bindings: str) -> Iterator[OpenMetadata]:
        """A client of the server of the environment, or of `host`. Raises ConfigurationError."""
        from openmetadata_provider.client.openmetadata import OpenMetadata

        given = {} if host is None else {HOST_VARIABLE: host}
        try:
            url, token = host_and_token_from_env(ChainMap(given, os.environ))
        except ConfigurationError as error:
            error.add_note(_WHERE_FROM)
            raise
        listener = self._on_exchange if self.verbose else None
        with OpenMetadata(host=url, jwt_token=token, bindings=bindings, on_exchange=listener) as om:
            yield om

    def _on_exchange(self, event: ExchangeEvent) -> None:
        """Tells of each request that failed; a 404 mostly means that something is not there yet."""
        if event.status is not None and (event.status < 400 or event.status == 404):
            return
        what = event.error if event.status is None else event.status
        self.display.say(f"{event.method} {event.path}: {what} (attempt {event.attempt}, request {event.request_id})")


@contextmanager
def session(
    command: str, *, as_json: bool = False, quiet: bool = False, verbose: bool = False, usage_status: int = 2
) -> Iterator[Session]:
    """A run of a command: errors of ours are shown and end it, signals are taken care of, the screen is left clean."""
    display = display_for(quiet=quiet, verbose=verbose)
    interruption = Interruption(command, display)
    one = Session(
        command=command, display=display, interruption=interruption, as_json=as_json, quiet=quiet, verbose=verbose
    )
    with interruption.handled(), problems_shown(command, usage_status=usage_status):
        try:
            yield one
        finally:
            display.end()
