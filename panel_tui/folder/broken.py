"""Say what a session.toml that is no TOML most likely wanted."""

from __future__ import annotations

import re

from .fault import Fault, shown


def broken(file: str, text: str, problem: str) -> Fault:
    """Give the fault, from the text and the standard reader's own words."""
    place = re.search(r"at line (\d+)", problem)
    lines = text.splitlines()
    line = int(place[1]) if place else len(lines)
    found = lines[line - 1].strip() if 0 < line <= len(lines) else ""
    if "overwrite" in problem or "twice" in problem.casefold() or "mutate" in problem:
        return Fault(file, line, "toml-twice", found=shown(found))
    if time := re.match(r"start\s*=\s*(\d\d?):(\d\d)\s*(#|$)", found):
        return Fault(
            file, line, "toml-time", found=shown(found), meant=f"start = {int(time[1]):02}:{time[2]}:00"
        )
    if re.search(r"=\s*[£$€]|=\s*[\d_]+,\d", found):
        return Fault(file, line, "toml-money", found=shown(found))
    if re.match(r"[\w-]+\s*=\s*[A-Za-z]", found):
        return Fault(file, line, "toml-quotes", found=shown(found))
    return Fault(file, line, "toml-broken", found=shown(found))
