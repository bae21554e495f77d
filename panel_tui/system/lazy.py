"""Names of a package that are read in when they are first asked for, each with the one module it stands in.

Who asks for one name of a package then waits for nothing of its others. A running day never waits: `running.preload`
reads all it may need before its doors open.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def read_when_asked(package: str, places: Mapping[str, str]) -> Callable[[str], object]:
    """Return a `__getattr__` for a package; `places` says in which of its modules each name stands."""

    def found(name: str) -> object:
        if name not in places:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        there: object = getattr(import_module(f"{package}.{places[name]}"), name)
        setattr(sys.modules[package], name, there)
        return there

    return found
