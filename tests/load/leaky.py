"""The program with leaks put into it on purpose, one of each kind at every visit: the soak must notice them all."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
import threading
from pathlib import Path
from typing import Any

from panel_tui.web.event_streams import EventStream, EventStreams
from tests.bench.served import beside

_KEPT: list[Any] = []
_open = EventStreams.open
_THREADS = 20  # enough to be seen, few enough for any machine


def leaving_things_behind(self: EventStreams, *seat_and_seen: Any) -> EventStream:
    """Open a stream, and keep a task, a file, a socket, a thread and some memory for it ever after."""
    _KEPT.append(asyncio.ensure_future(asyncio.Event().wait()))
    _KEPT.append(os.open(os.devnull, os.O_RDONLY))
    _KEPT.append(socket.socket())
    _KEPT.append(os.urandom(400_000))
    if threading.active_count() < _THREADS:
        threading.Thread(target=threading.Event().wait, daemon=True).start()
    return _open(self, *seat_and_seen)


if __name__ == "__main__":
    EventStreams.open = leaving_things_behind  # type: ignore[method-assign]
    asyncio.run(beside(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
