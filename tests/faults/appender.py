"""A child that appends until it is killed: `python -m tests.faults.appender RECORD`. It prints what was promised."""

import asyncio
import sys
from pathlib import Path

from panel_tui.record import Record


async def main(path: Path) -> None:
    record = Record.open(path, program="test")
    number = max((entry.doc["number"] for entry in record.entries), default=0)
    while True:
        numbers = range(number + 1, number + 6)
        calls = [[{"number": each, "text": "x" * (each * 37 % 300)}] for each in numbers]
        await asyncio.gather(*(promise(record, call) for call in calls))
        number += 5


async def promise(record: Record, docs: list[dict[str, object]]) -> None:
    for entry in await record.append(docs):
        print(entry.doc["number"], entry.receipt, flush=True)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
