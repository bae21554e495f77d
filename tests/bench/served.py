"""The program under measurement, as it is: `run` in a terminal, with three things beside it in the same process.

A bare endpoint on a server of the same make, which only reads a body and replies: read by h11, and by whatever reads
the pages; a clock that notices how long the loop was held up; and a line on which the bench asks for figures.
`python -m tests.bench.served FOLDER PORT CONTROL`.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import json
import resource
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from panel_tui.exports import export_all
from panel_tui.running.run import run
from panel_tui.system import event_loop
from panel_tui.system.process import gc_paused
from panel_tui.web.connection_limits import ConnectionLimits
from panel_tui.web.phone_protocol import phone_protocol

_TICK = 0.005


async def bare(request: Request) -> Response:
    """Read the body and reply."""
    await request.body()
    return Response("ok")


class Stalls:
    """How long the loop was held up, at most, since it was last asked."""

    def __init__(self) -> None:
        self.longest = 0.0

    async def watch(self) -> None:
        while True:
            began = time.perf_counter()
            await asyncio.sleep(_TICK)
            self.longest = max(self.longest, time.perf_counter() - began - _TICK)

    def taken(self) -> float:
        longest, self.longest = self.longest, 0.0
        return longest


class Quiet(uvicorn.Server):
    def install_signal_handlers(self) -> None:
        return None


def memory() -> float:
    """Give the megabytes this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


def level() -> dict[str, float]:
    """Count all that a visit could leave behind."""
    held = []
    for one in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(OSError):  # the folder itself was open only while it was listed
            held.append(str(one.readlink()))
    tasks = [getattr(task.get_coro(), "__qualname__", "") for task in asyncio.all_tasks()]
    widgets = sum(name.startswith("MessagePump.") for name in tasks)
    sockets = sum(name.startswith("socket:") for name in held)
    return {
        "memory": memory(),
        "tasks": len(tasks) - widgets,
        "widgets": widgets,  # Textual runs a task for each: how many hangs on what the wall shows
        "sockets": sockets,
        "files": len(held) - sockets,
        "threads": len(list(Path("/proc/self/task").iterdir())),
    }


async def answer_bench(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, stalls: Stalls, folder: Path
) -> None:
    while line := await reader.readline():
        asked = line.decode().strip()
        said: Any = None
        match asked:
            case "stall":
                said = stalls.taken()
            case "cpu":
                said = time.process_time()
            case "memory":
                gc.collect()
                said = memory()
            case "tasks":
                said = len(asyncio.all_tasks())
            case "files":
                said = len(list(Path("/proc/self/fd").iterdir()))
            case "export":  # what must never be done here: it shows that the bench would notice
                export_all(folder, folder / "in the loop", (), seats=False, public=False, draw=Random(1))
            case "level":
                gc.collect()
                said = level()
            case "lines":
                said = (folder / "record.jsonl").read_bytes().count(b"\n")
        writer.write(json.dumps(said).encode() + b"\n")
        await writer.drain()


async def beside(folder: Path, port: int, control: int) -> None:
    stalls = Stalls()
    app = Starlette(routes=[Route("/bare", bare, methods=["GET", "POST"])])
    servers = []
    for number, fast in ((port + 1, False), (port + 2, None)):
        config = uvicorn.Config(
            app, host="127.0.0.1", port=number, http=phone_protocol(ConnectionLimits(), fast=fast), ws="none",
            lifespan="off", log_config=None, log_level="critical", access_log=False, server_header=False,
            timeout_keep_alive=20,
        )  # fmt: skip
        server = Quiet(config)
        server.capture_signals = _nothing  # type: ignore[method-assign]
        servers.append(server.serve())
    asking = await asyncio.start_server(lambda r, w: answer_bench(r, w, stalls, folder), "127.0.0.1", control)
    tasks = [asyncio.create_task(one) for one in (stalls.watch(), *servers, asking.serve_forever())]
    try:
        await run(folder, host="127.0.0.1", port=port)
    finally:
        for task in tasks:
            task.cancel()


class _nothing:  # noqa: N801 - stands where a context manager stood
    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        return None


if __name__ == "__main__":
    with gc_paused():  # as the command does
        event_loop.run(beside(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
