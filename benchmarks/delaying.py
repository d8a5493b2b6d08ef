"""A relay before a server on this machine whose answers take as long as from a server elsewhere."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

HOST = "127.0.0.1"


@contextmanager
def delayed(port: int, delay_s: float) -> Iterator[int]:
    """The port of a relay to `port`, for as long as the block runs. Answers come `delay_s` late."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    server = asyncio.run_coroutine_threadsafe(_listening(port, delay_s), loop).result()
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        asyncio.run_coroutine_threadsafe(_ended(server), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _ended(server: asyncio.Server) -> None:
    server.close()
    relays = asyncio.all_tasks() - {asyncio.current_task()}
    for relay in relays:
        relay.cancel()
    await asyncio.gather(*relays, return_exceptions=True)


async def _listening(port: int, delay_s: float) -> asyncio.Server:
    async def relay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        behind_reader, behind_writer = await asyncio.open_connection(HOST, port)
        with suppress(asyncio.CancelledError):  # the end of the relay
            await asyncio.gather(_pumped(reader, behind_writer, 0), _pumped(behind_reader, writer, delay_s))

    return await asyncio.start_server(relay, HOST, 0)


async def _pumped(source: asyncio.StreamReader, target: asyncio.StreamWriter, delay_s: float) -> None:
    later = asyncio.get_running_loop().call_later
    try:
        while piece := await source.read(65536):
            later(delay_s, target.write, piece)
    except ConnectionError:
        pass
    finally:
        later(delay_s, target.close)
