"""`python -m tests.load [--phones 500]`: print the table of a whole application under load; fail where one is lost."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from tests.load.day import whole_day

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__)
    parser.add_argument("--phones", type=int, default=500)
    with tempfile.TemporaryDirectory() as made:
        report = asyncio.run(whole_day(Path(made), parser.parse_args().phones))
    print(report)
    print(*report.faults[:20], sep="\n")
    sys.exit(bool(report.faults) or report.back != report.phones)
