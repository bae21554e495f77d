"""A phone whose browser is of the year 2018, played by taking from chromium what later ones brought."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.hands import Keys
from tests.journeys.phone_browser import visiting
from tests.journeys.whole_day import TITLES, all_arrived, take_part

_LATER = """for (const kind of [Element, Document, DocumentFragment]) delete kind.prototype.replaceChildren;
for (const name of ["at", "flat", "flatMap", "findLast", "findLastIndex", "toSorted", "toReversed", "with"])
  delete Array.prototype[name];
for (const name of ["at", "replaceAll", "matchAll", "trimStart", "trimEnd"]) delete String.prototype[name];
for (const name of ["fromEntries", "hasOwn", "groupBy"]) delete Object[name];
for (const name of ["allSettled", "any", "withResolvers"]) delete Promise[name];
for (const name of ["timeout", "any"]) delete AbortSignal[name];
for (const name of ["requestSubmit"]) delete HTMLFormElement.prototype[name];
delete SubmitEvent.prototype.submitter;
delete Element.prototype.checkVisibility;
for (const name of ["structuredClone", "queueMicrotask", "reportError", "scheduler", "speechSynthesis", "navigation"])
  delete window[name];"""


async def test_a_phone_of_2018_goes_through_the_whole_day_with_scripts(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.phone()
        await phone.add_init_script(_LATER)
        await take_part(visit.room, Keys(phone), visit.link)
        all_arrived(visit.room, *TITLES)
