"""The sandbox on a real socket: in a thread for tests and tools, or in the foreground for `omp sandbox`."""

from __future__ import annotations

import socket
import threading
from types import TracebackType
from typing import Any, Self

import uvicorn
from starlette.applications import Starlette
from starlette.types import ASGIApp

from .addresses import listening_socket, url_of
from .app import create_app
from .cutting import CuttableProtocol
from .fault_rules import Faults
from .options import SandboxOptions
from .request_log import RequestLog


class _Announced(uvicorn.Server):
    """A server that says when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listening.set()


class SandboxServer:
    """A sandbox that listens on the loopback interface while its `with` block runs."""

    def __init__(self, options: SandboxOptions | None = None, *, port: int = 0) -> None:
        """`port` 0 takes a free one."""
        self.options = options or SandboxOptions()
        self._port = port
        self._running: tuple[socket.socket, _Announced, threading.Thread] | None = None
        self._app: Starlette | None = None

    @property
    def url(self) -> str:
        """Scheme, host and port: `http://127.0.0.1:49152`. Only inside the `with` block."""
        if self._running is None:
            raise RuntimeError("the sandbox server runs only inside its with block")
        return url_of(self._running[0])

    @property
    def admin_token(self) -> str:
        """Token of user `admin`, who may do everything."""
        return self.options.admin_token

    @property
    def bot_token(self) -> str:
        """Token of `ingestion-bot`."""
        return self.options.bot_token

    @property
    def reader_token(self) -> str:
        """Token of user `reader`, who may not write."""
        return self.options.reader_token

    @property
    def requests(self) -> RequestLog:
        """What the server saw, also after the `with` block: `server.requests.count("POST", "/api/v1/dashboards")`."""
        log: RequestLog = self._state("requests")
        return log

    @property
    def faults(self) -> Faults:
        """The faults in force: `server.faults.add("POST /api/v1/dashboards cut-after times=1")`."""
        faults: Faults = self._state("faults")
        return faults

    def _state(self, name: str) -> Any:
        if self._app is None:
            raise RuntimeError("the sandbox server has not run yet")
        return getattr(self._app.state, name)

    def __enter__(self) -> Self:
        bound = listening_socket(self._port)
        try:
            self._app = create_app(self.options)
            server = _Announced(uvicorn_config(self._app))
        except BaseException:
            bound.close()
            raise
        thread = threading.Thread(target=server.run, args=([bound],), name="sandbox-server", daemon=True)
        thread.start()
        while not server.listening.wait(0.1):
            if not thread.is_alive():
                bound.close()
                raise RuntimeError("the sandbox server did not start")
        self._running = (bound, server, thread)
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        if self._running is not None:
            bound, server, thread = self._running
            self._running = None
            server.should_exit = True
            thread.join()
            bound.close()


def uvicorn_config(app: ASGIApp) -> uvicorn.Config:
    """Quiet, without websockets, with the application's own start and stop, and connections that a fault can cut."""
    return uvicorn.Config(
        app, log_level="warning", access_log=False, ws="none", lifespan="on", http=CuttableProtocol,
        server_header=False, timeout_graceful_shutdown=5,
    )  # fmt: skip
