"""Run the benches and print one table: `python -m tests.bench [names] [--json] [--on FOLDER]`.

Every line is a ratio of two things measured in turn in this run, or a figure with what it was hoped to be. Nothing
passes or fails here: a busy machine shows in the spread. `record` prints a table of its own before the rest.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
from importlib import import_module
from pathlib import Path

import msgspec

from tests.bench.table import Row, apart, drawn

BENCHES = (
    "record",
    "duplicate",
    "road",
    "answers",
    "rush",
    "walls",
    "opens",
    "reconnect",
    "keys",
    "start",
    "size",
    "exports",
    "beside",
    "gather",
    "day",
)


def main(asked: list[str]) -> int:
    """Run what is asked for, or all."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(BENCHES))
    parser.add_argument("--json", action="store_true", help="print the lines as JSON")
    parser.add_argument("--on", type=Path, help="a folder on the disk to measure")
    wanted = parser.parse_args(asked)
    unknown = [name for name in wanted.names if name not in BENCHES]
    if unknown:
        parser.error(f"there is no bench called {', '.join(unknown)}; there are {', '.join(BENCHES)}")
    lines: list[Row] = []
    for name in wanted.names or BENCHES:
        print(f"-- {name}", file=sys.stderr)
        lines += apart(import_module(f"tests.bench.{name}").rows, wanted.on)
    if wanted.json:
        print(json.dumps([msgspec.to_builtins(line) for line in lines], ensure_ascii=False, indent=1))
    else:
        print(
            f"\nPython {platform.python_version()} on {platform.system()} {platform.machine()}\n\n{drawn(lines)}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
