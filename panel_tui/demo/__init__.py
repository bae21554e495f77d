"""The ready-made session: an invented town, its panel and how its pretend members lean."""

from __future__ import annotations

import shutil
from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from pathlib import Path

SESSION = ("session.toml", "applications.csv", "summaries")  # the parts a session folder is made of
LEANINGS = "leanings.toml"
SHORT = "short"
"""What the short demo has of its own; its summaries are the long one's."""
FIRST_STAGE = ("session.toml", "applications.csv")


def demo_folder() -> AbstractContextManager[Path]:
    """Return the folder the demo is shipped in, for as long as the context lasts; to be read, never written."""
    return as_file(files(__name__))


def copy_demo(to: Path, *, short: bool = False) -> None:
    """Copy the demo's session into a new or empty folder, to be run there; `short` is the one of three applications."""
    to.mkdir(parents=True, exist_ok=True)
    with demo_folder() as shipped:
        for name in SESSION:
            own = shipped / SHORT / name
            source = own if short and own.exists() else shipped / name
            if source.is_dir():
                shutil.copytree(source, to / name)
            else:
                shutil.copyfile(source, to / name)
        if short:
            told = (to / "applications.csv").read_text(encoding="utf-8")
            for summary in (to / "summaries").iterdir():
                if summary.stem not in told:
                    summary.unlink()


def leanings_of_demo(*, short: bool = False) -> str:
    """Return how the pretend panel leans, as it is written."""
    with demo_folder() as shipped:
        folder = shipped / SHORT if short else shipped
        return (folder / LEANINGS).read_text(encoding="utf-8")


def copy_first_stage(to: Path) -> None:
    """Copy the first stage of the demo's programme into a new folder."""
    to.mkdir(parents=True, exist_ok=True)
    with demo_folder() as shipped:
        for name in FIRST_STAGE:
            shutil.copyfile(shipped / "programme" / name, to / name)
