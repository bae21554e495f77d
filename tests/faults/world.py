"""A room that appends, a machine that fails, and someone who remembers every promise that was made."""

import asyncio
import random
import threading
from pathlib import Path
from typing import Any

from panel_tui.record import (
    Record,
    RecordError,
    RecordFailed,
    RecordFull,
    RecordRefused,
    RecordView,
    verify_chain,
)
from tests.faults.disk import Crash, FaultDisk
from tests.faults.platter import Loss

PATH = Path("/room/record.jsonl")
Doc = dict[str, Any]
Promise = tuple[Doc, str, int]  # a document, its receipt, its line


class World:
    """Append, fail, open again; after each step everything promised must be there, and nothing that was refused."""

    def __init__(self, record_class: type[Record] = Record, *, seed: int = 0) -> None:
        self.disk = FaultDisk()
        self.chance = random.Random(seed)
        self.record_class = record_class
        self.record: Record | None = None
        self.promised: list[Promise] = []
        self.perhaps: list[Doc] = []
        """Written when the machine stopped: all of them may be there, or none."""
        self.refused: list[Doc] = []
        """People were told that these are not kept, and the disk agreed at the time."""
        self.stopped = False
        """The disk failed, and the record takes nothing until it is opened again."""
        self._loop = asyncio.new_event_loop()
        self._number = 0

    def close(self) -> None:
        if self.record is not None:
            self.record._writer.stop()
        self._loop.close()

    def docs(self, many: int) -> list[Doc]:
        self._number += many
        return [
            {"answer": self._number - many + n, "text": "x" * self.chance.randint(0, 150)}
            for n in range(many)
        ]

    # What the room does

    def start(self) -> None:
        """Open the record, however often the machine stops or the disk fails meanwhile."""
        for _ in range(20):
            try:
                self.record = self.record_class.open(PATH, disk=self.disk, program="test")
            except Crash:
                self.disk.cut_power(Loss.REORDERED, self.chance)
            except RecordFull:
                self.disk.room = None
            except RecordFailed:
                pass
            else:
                self._check_opened(self.record)
                return
        raise AssertionError("the record cannot be opened any more")

    def append(self, *sizes: int) -> RecordError | None:
        """Let as many callers as there are sizes append at one instant; stop the machine if it is to stop."""
        assert self.record is not None
        asked = [self.docs(size) for size in sizes]
        answers = self._run(self._gather(self.record, asked))
        problems = [answer for answer in answers if isinstance(answer, BaseException)]
        if not problems:
            for docs, entries in zip(asked, answers, strict=True):
                assert [entry.doc for entry in entries] == docs
                self.promised += [(entry.doc, entry.receipt, entry.line) for entry in entries]
            if not self.disk.dead:
                self.check()
            return None
        assert len(problems) == len(asked), "some of a batch were told yes and some no"
        problem = problems[0]
        assert isinstance(problem, RecordError), repr(problem)
        flat = [doc for docs in asked for doc in docs]
        if isinstance(problem, RecordFull) or problem.code == "record.stopped":
            self.refused += flat
        else:
            self.perhaps, self.stopped = flat, True
        if not self.disk.dead:
            self.check()
        return problem

    def append_while_writing(self) -> list[Any]:
        """Let a second caller append while the first one's write is held up."""
        assert self.record is not None
        record, go_on = self.record, threading.Event()

        async def both() -> list[Any]:
            writing = threading.Event()
            self.disk.before_call = lambda _name: (writing.set(), go_on.wait(10))
            first = asyncio.ensure_future(record.append(self.docs(1)))
            while not writing.is_set():
                await asyncio.sleep(0)
            second = asyncio.ensure_future(record.append(self.docs(1)))
            await asyncio.sleep(0)
            go_on.set()
            return await asyncio.gather(first, second, return_exceptions=True)

        try:
            answers: list[Any] = self._run(both())
        finally:
            self.disk.before_call = lambda _name: None
        return answers

    def append_poison(self) -> None:
        """Let one caller of three bring what cannot be stored: the others must not feel it."""
        assert self.record is not None
        first, last = self.docs(1), self.docs(1)
        answers = self._run(self._gather(self.record, [first, [{"half": "\ud800"}], last]))
        assert isinstance(answers[1], RecordRefused)
        for docs, answer in ((first, answers[0]), (last, answers[2])):
            if not isinstance(answer, BaseException):
                self.promised += [(entry.doc, entry.receipt, entry.line) for entry in answer]
                assert [entry.doc for entry in answer] == docs
            elif isinstance(answer, RecordFull) or answer.code == "record.stopped":
                self.refused += docs
            else:
                self.perhaps, self.stopped = self.perhaps + docs, True

    def reopen(self) -> None:
        """After a failure, let the desk ask the record to read the disk again."""
        assert self.record is not None
        try:
            self._run(self.record.reopen())
        except (Crash, RecordFailed, RecordFull):
            return
        self.stopped = False
        self.refused += self.perhaps  # the answer was no, and now the disk says no too
        self.perhaps = []
        self.check()

    def tend(self) -> None:
        """Let the second pass in which a live session looks after its record."""
        assert self.record is not None
        self._run(self.record.tend())

    def attempt(self) -> BaseException | None:
        """Append one, and give what came of it; what was refused must never turn up."""
        assert self.record is not None
        docs = self.docs(1)
        (answer,) = self._run(self._gather(self.record, [docs]))
        if isinstance(answer, BaseException):
            self.refused += docs
            return answer
        self.promised += [(entry.doc, entry.receipt, entry.line) for entry in answer]
        return None

    def leave(self) -> None:
        """Close properly."""
        assert self.record is not None
        self._run(self.record.close())
        self.record = None

    # What happens to the machine

    def kill(self) -> None:
        self._end()
        self.disk.kill()

    def cut_power(self, loss: Loss) -> None:
        self._end()
        self.disk.cut_power(loss, self.chance)

    def crash(self, loss: Loss | None) -> None:
        """End by a kill, or by a power cut that keeps what `loss` says."""
        if loss is None:
            self.kill()
        else:
            self.cut_power(loss)

    def recover(self, loss: Loss | None) -> None:
        """After a step: come back if the machine stopped, ask the disk again if it failed."""
        if self.stopped and not self.disk.dead:
            assert isinstance(self.append(1), RecordFailed), "it took more in after the disk had failed"
            self.reopen()
        if self.disk.dead or self.stopped:
            self.crash(loss)
            self.start()

    # What must hold

    def check(self) -> None:
        """The record holds all that was promised, and what reads beside it agrees."""
        assert self.record is not None
        assert self._held(self.record) == self.promised
        beside = self._held(RecordView.read(PATH, disk=self.disk))
        assert beside[: len(self.promised)] == self.promised
        self._check_refused([doc for doc, _, _ in beside])

    def _check_opened(self, record: Record) -> None:
        held = self._held(record)
        assert held[: len(self.promised)] == self.promised, "something promised is gone"
        rest = [doc for doc, _, _ in held[len(self.promised) :]]
        assert rest in ([], self.perhaps), "something is there that nobody wrote, or half of a batch"
        self._check_refused(rest)
        assert verify_chain(PATH, disk=self.disk).bad_line is None
        if record.cut is not None:
            assert len(self.disk.read(record.cut.kept)) == record.cut.size
        self.promised, self.perhaps, self.stopped = held, [], False

    def _check_refused(self, docs: list[Doc]) -> None:
        assert not any(doc in docs for doc in self.refused), (
            "something that was refused is there all the same"
        )

    def _held(self, view: RecordView) -> list[Promise]:
        return [(entry.doc, entry.receipt, entry.line) for entry in view.entries]

    def _end(self) -> None:
        if self.record is not None:
            self.record._writer.stop()
            self.record = None

    def _run(self, what: Any) -> Any:
        return self._loop.run_until_complete(what)

    async def _gather(self, record: Record, asked: list[list[Doc]]) -> list[Any]:
        answers = await asyncio.gather(*(record.append(docs) for docs in asked), return_exceptions=True)
        await record._writer.run(
            lambda: None
        )  # the thread has nothing left to do, so that each run is the same
        return answers
