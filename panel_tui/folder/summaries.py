"""Read `summaries/<ref>.md`: one page of plain English for each application, where staff have written one."""

from __future__ import annotations

from pathlib import Path

from .disk import names, read_ours
from .fault import Fault, Refusal, nearest, shown
from .tidy import settled_lines

FOLDER = "summaries"
MOST_BYTES = 64 * 1024  # twenty pages; a summary is one


def read_summaries(folder: Path, refs: dict[str, str]) -> tuple[dict[str, str], list[Fault], list[Fault]]:
    """Give each ref's summary, the faults and the warnings. `refs` maps casefolded names to refs."""
    found: dict[str, str] = {}
    faults: list[Fault] = []
    warnings: list[Fault] = []
    if (folder / FOLDER).is_symlink():
        return found, [Fault(FOLDER, None, "is-link")], warnings
    for name in names(folder / FOLDER):
        if not name.casefold().endswith(".md"):
            continue
        file = f"{FOLDER}/{shown(name)}"
        ref = refs.get(name[:-3].casefold())
        if ref is None:
            likely = nearest(name[:-3], refs.values())
            warnings.append(
                Fault(file, None, "summary-unknown" if likely else "summary-unknown-bare", meant=likely)
            )
            continue
        try:
            text, old = _decoded(read_ours(folder / FOLDER / name, most=MOST_BYTES))
        except Refusal as refusal:
            faults.append(refusal.fault(file))
            continue
        if old:
            warnings.append(Fault(file, None, "sheet-encoding", found="Windows (cp1252)"))
        found[ref] = settled_lines(text)
    return found, faults, warnings


def _decoded(data: bytes) -> tuple[str, bool]:
    try:
        return data.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), True
    except UnicodeDecodeError as problem:
        raise Refusal("sheet-not-text") from problem
