"""The group commit: one thread writes, and everything that waits goes into one line and one sync."""

import asyncio
import queue
import threading
from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from panel_tui.record.chain import ChainLine
from panel_tui.record.receipts import Entry
from panel_tui.record.refusals import RecordError, RecordFailed

_AT_ONCE = 8  # callers told before the loop looks at anything else

Docs = list[dict[str, Any]]
T = TypeVar("T")


class StoredBatch(msgspec.Struct, frozen=True):
    """What a commit left on the disk: the new lines, and the entries of this batch's documents."""

    lines: list[ChainLine]
    entries: list[Entry]


class Call(msgspec.Struct):
    """One caller's documents and the promise to answer."""

    docs: Docs
    done: asyncio.Future[list[Entry]]


class Writer:
    """Own the thread. `commit` runs in it; `publish` and `failed` run in the event loop."""

    def __init__(
        self,
        commit: Callable[[Docs], StoredBatch],
        publish: Callable[[StoredBatch], None],
        failed: Callable[[RecordError], None],
    ) -> None:
        self._commit = commit
        self._publish = publish
        self._failed = failed
        self._waiting: list[Call] = []
        self._owed: deque[tuple[Call, list[Entry]]] = deque()
        self._busy = False
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    async def append(self, docs: Docs) -> list[Entry]:
        """Wait until these documents are durable. A caller who goes away does not take them back."""
        loop = asyncio.get_running_loop()
        call = Call(docs=docs, done=loop.create_future())
        self._waiting.append(call)
        if not self._busy:
            self._busy = True
            loop.call_soon(self._send, loop)  # not at once: whoever arrives at this instant rides along
        return await call.done

    async def run(self, work: Callable[[], T]) -> T:
        """Do some other work in the thread, after what it has been given so far."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()

        def job() -> None:
            try:
                result = work()
            except BaseException as problem:
                loop.call_soon_threadsafe(done.set_exception, problem)
            else:
                loop.call_soon_threadsafe(done.set_result, result)

        self._put(job)
        return await done

    async def drain(self) -> None:
        """Return when nobody waits any more."""
        while self._busy or self._owed:
            await self.run(lambda: None)

    def stop(self) -> None:
        """End the thread, once it has done what it was given."""
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join()
            self._thread = None

    def _put(self, job: Callable[[], None]) -> None:
        if self._thread is None:
            # A daemon: when the program ends without closing, a half-written line is what opening is made for.
            self._thread = threading.Thread(target=self._work, name="record", daemon=True)
            self._thread.start()
        self._jobs.put(job)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()

    def _send(self, loop: asyncio.AbstractEventLoop) -> None:
        batch, self._waiting = self._waiting, []
        self._put(lambda: self._write(loop, batch))

    def _write(self, loop: asyncio.AbstractEventLoop, batch: list[Call]) -> None:
        try:
            stored = self._commit([doc for call in batch for doc in call.docs])
        except BaseException as problem:
            loop.call_soon_threadsafe(self._refuse, batch, problem)
        else:
            loop.call_soon_threadsafe(self._answer, loop, batch, stored)

    def _answer(self, loop: asyncio.AbstractEventLoop, batch: list[Call], stored: StoredBatch) -> None:
        self._publish(stored)
        start, idle = 0, not self._owed
        for call in batch:
            stop = start + len(call.docs)
            self._owed.append((call, stored.entries[start:stop]))
            start = stop
        if idle:
            self._tell_some(loop)
        self._busy = bool(self._waiting)
        if self._busy:
            self._send(loop)

    def _tell_some(self, loop: asyncio.AbstractEventLoop) -> None:
        """Tell a few callers, in order; the rest once the loop has looked at what else there is.

        A rush commits a hundred answers at once, and each caller goes on to draw a page: a key at the wall must not
        wait for all of them.
        """
        for _ in range(min(_AT_ONCE, len(self._owed))):
            call, entries = self._owed.popleft()
            if not call.done.done():
                call.done.set_result(entries)
        if self._owed:
            loop.call_soon(self._tell_some, loop)

    def _refuse(self, batch: list[Call], problem: BaseException) -> None:
        """Refuse the batch and all behind it: they were decided on a state that is no longer true."""
        refused, self._waiting = batch + self._waiting, []
        self._busy = False
        error = problem if isinstance(problem, RecordError) else RecordFailed("record.failed")
        error.__cause__ = error.__cause__ or (problem if problem is not error else None)
        self._failed(error)
        for call in refused:
            if not call.done.done():
                mine = error.again()
                mine.__cause__ = error.__cause__
                call.done.set_exception(mine)
