"""Put the program on a stage: its own process, a real terminal of 120 × 40, and a line to ask it for figures."""

from __future__ import annotations

import asyncio
import fcntl
import json
import os
import pty
import signal
import socket
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 60.0


def free_port() -> int:
    """Find a port with two more free beside it."""
    while True:
        with socket.socket() as one, socket.socket() as second, socket.socket() as third:
            one.bind(("127.0.0.1", 0))
            port = int(one.getsockname()[1])
            try:
                second.bind(("127.0.0.1", port + 1))
                third.bind(("127.0.0.1", port + 2))
            except OSError:
                continue
            return port


class Terminal:
    """A program in a terminal of its own, whose every byte is read as it comes."""

    def __init__(self, command: Sequence[str]) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        environment = {
            **os.environ,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "PYTHONPATH": str(ROOT),
        }
        self.began = time.perf_counter()
        self.process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=ROOT,
            env=environment,
            start_new_session=True,
        )
        os.close(theirs)
        self.output = bytearray()
        self._changed = threading.Condition()
        self._over = False
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        while data := self._next():
            with self._changed:
                self.output += data
                self._changed.notify_all()
        with self._changed:  # whoever still waits for words has waited long enough
            self._over = True
            self._changed.notify_all()

    def _next(self) -> bytes:
        try:
            return os.read(self._ours, 65_536)
        except OSError:
            return b""

    def until(self, words: bytes, *, start: int = 0) -> float:
        """Wait until these words were drawn after `start`; give when that was."""
        end = time.perf_counter() + _PATIENCE
        with self._changed:
            while self.output.find(words, start) < 0:
                if self._over or not self._changed.wait(end - time.perf_counter()):
                    raise TimeoutError(
                        f"{words!r} was never drawn; the last was {bytes(self.output[-300:])!r}"
                    )
            return time.perf_counter()

    def press(self, keys: bytes) -> int:
        """Press keys; give where the output stood before."""
        with self._changed:
            stood = len(self.output)
        os.write(self._ours, keys)
        return stood

    def kill(self) -> None:
        """End it at once."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        os.close(self._ours)


class Stage(Terminal):
    """A session that runs, with everything beside it that `served` adds."""

    def __init__(self, folder: Path, port: int | None = None, *, program: str = "tests.bench.served") -> None:
        self.port = port or free_port()
        self.bare = self.port + 1  # read by h11, whatever reads the pages
        self.alike = self.port + 2  # read by whatever reads the pages
        self._control = free_port()
        self._asking = asyncio.Lock()
        self._writer: asyncio.StreamWriter | None = None
        arguments = [str(folder), str(self.port), str(self._control)]
        super().__init__([sys.executable, "-m", program, *arguments])

    async def ready(self) -> Self:
        """Wait until it answers phones and the bench."""
        for port in (self.port, self.bare, self.alike, self._control):
            await self._answers(port)
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._control)
        return self

    async def _answers(self, port: int) -> None:
        end = time.perf_counter() + _PATIENCE
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                if time.perf_counter() > end or self.process.poll() is not None:
                    raise
                await asyncio.sleep(0.005)
            else:
                writer.close()
                return

    def kill(self) -> None:
        """End it at once, and hang up."""
        super().kill()
        if self._writer is not None:
            self._writer.close()

    async def asked(self, what: str) -> Any:
        """Ask for a figure; who asks meanwhile waits."""
        assert self._writer is not None, "it is not ready"
        async with self._asking:
            self._writer.write(what.encode() + b"\n")
            return json.loads(await self._reader.readline())
