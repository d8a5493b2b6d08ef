"""A server on a real socket whose answers stop in the middle until they are told to go on."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

BODY = b'{"id": "1", "name": "10"}'
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(BODY)


class SlowServer:
    """Answers the first request by half; the others whole. `half_sent` is set when the first half is on its way."""

    def __init__(self, listener: socket.socket) -> None:
        self._listener = listener
        self.url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        self.half_sent = threading.Event()
        self.connections = 0
        self.requests = 0
        self.broken = threading.Event()
        """Set when the client closed the connection of the half answer."""

    def run(self) -> None:
        """Until the listener is closed."""
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            while self._request(connection):
                self.requests += 1
                if self.requests > 1:
                    connection.sendall(HEAD + BODY)
                    continue
                connection.sendall(HEAD + BODY[:5])
                self.half_sent.set()
                with suppress(ConnectionResetError):
                    assert connection.recv(1) == b""
                self.broken.set()
                return

    def _request(self, connection: socket.socket) -> bool:
        seen = b""
        while b"\r\n\r\n" not in seen:
            piece = connection.recv(4096)
            if not piece:
                return False
            seen += piece
        return True


@contextmanager
def slow_server() -> Iterator[SlowServer]:
    """One that lasts as long as the `with` block."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = SlowServer(listener)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        yield server
        listener.shutdown(socket.SHUT_RDWR)
    thread.join(timeout=10)
