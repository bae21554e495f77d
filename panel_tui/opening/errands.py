"""What is run with the whole terminal to itself, and how it went, in one sentence."""

from __future__ import annotations

import asyncio
from pathlib import Path

from msgspec import Struct

from sessions.wording import say

from .known import remember

_ANY_HOST, _PORT = "0.0.0.0", 8765  # noqa: S104 - phones come from outside this laptop


class Errand(Struct, frozen=True):
    """What to run: `run`, `rehearse` or `demo`; the demo has a folder of its own."""

    name: str
    folder: Path | None = None


def run_errand(errand: Errand) -> str:
    """Run it to its end. Whatever goes wrong is said, and the opening screen comes back."""
    from ..cli.plainly import sentence

    said: list[str] = []
    try:
        _ERRANDS[errand.name](errand, said)
    except KeyboardInterrupt:
        return say("command.stopped")
    except Exception as problem:
        return sentence(problem)
    return " ".join(said)


def _run(errand: Errand, said: list[str]) -> None:
    from ..run import run

    assert errand.folder is not None
    remember(errand.folder)
    asyncio.run(run(errand.folder, host=_ANY_HOST, port=_PORT))
    said.append(say("opening.kept"))


def _rehearse(errand: Errand, said: list[str]) -> None:
    from ..cli.pretending import Wishes, rehearse

    assert errand.folder is not None
    remember(errand.folder)
    rehearse(errand.folder, Wishes(host=_ANY_HOST, port=_PORT), lambda _line: None)
    said.append(say("opening.rehearsed"))


def _demo(_errand: Errand, said: list[str]) -> None:
    from ..cli.pretending import Wishes, demo

    demo(Wishes(host=_ANY_HOST, port=_PORT), lambda _line: None)
    said.append(say("opening.demo-over"))


_ERRANDS = {"run": _run, "rehearse": _rehearse, "demo": _demo}
