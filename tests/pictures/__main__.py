"""Draw everything people see, to be looked at: `python -m tests.pictures FOLDER`.

Every wall and desk screen at three sizes, the main ones in three themes, every phone page at two widths, and
contact sheets of them. Instead, `python -m tests.pictures --readme` takes the README's pictures anew, and
`--manual` the manual's.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from pathlib import Path

from tests.journeys.test_phone_access import gallery
from tests.pictures import manual, moving, readme
from tests.pictures.contact import contact_sheets
from tests.pictures.phones import phones
from tests.pictures.screens import EVERY, screens
from tests.pictures.terminals import show


async def draw_all(into: Path) -> None:
    sheets: dict[str, list[Path]] = {}
    with tempfile.TemporaryDirectory() as home:
        async with gallery(Path(home)) as visit:
            page = await visit.phone(1600)
            for pictures in (phones(visit), screens(page)):
                async for sheet, name, picture in pictures:
                    path = into / sheet / f"{name}.png"
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(picture)
                    sheets.setdefault(sheet, []).append(path)
    for name, paths in sheets.items():
        across, down = (8, 1) if name.startswith("phone") else (3, 3)
        for number, sheet in enumerate(contact_sheets(sorted(paths), across, down), start=1):
            sheet.save(into / f"{name}-{number:02}.png")


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("folder", type=Path, nargs="?")
    asked.add_argument("--readme", action="store_true")
    asked.add_argument("--manual", action="store_true")
    asked.add_argument("--show", choices=EVERY)
    options = asked.parse_args()
    if options.show:
        asyncio.run(show(options.show))
    elif options.readme:
        asyncio.run(readme.take(readme.KEPT))
        asyncio.run(moving.film(readme.KEPT))
    elif options.manual:
        manual.take()
    elif options.folder:
        asyncio.run(draw_all(options.folder))
    else:
        asked.print_help()


if __name__ == "__main__":
    main()
