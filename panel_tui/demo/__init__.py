"""The ready-made session: an invented town, its panel and how its pretend members lean."""

from __future__ import annotations

import shutil
from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from pathlib import Path

SESSION = ("session.toml", "applications.csv", "summaries")  # the parts a session folder is made of
LEANINGS = "leanings.toml"


def demo_folder() -> AbstractContextManager[Path]:
    """Give the folder the demo is shipped in, for as long as the context lasts; to be read, never written."""
    return as_file(files(__name__))


def copy_demo(to: Path) -> None:
    """Copy the demo's session into a new or empty folder, to be run there."""
    to.mkdir(parents=True, exist_ok=True)
    with demo_folder() as shipped:
        for name in SESSION:
            if (shipped / name).is_dir():
                shutil.copytree(shipped / name, to / name)
            else:
                shutil.copyfile(shipped / name, to / name)
