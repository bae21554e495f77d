"""Names to look for, and a record as an earlier version began it: with what the seats are called in its first line."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pikepdf
from msgspec.structs import replace

from panel_tui.demo import copy_demo
from panel_tui.folder.erased_labels import without_labels
from sessions import events as e
from tests.exports.days import Day
from tests.paper.pdf import read


def forms_of(label: str) -> Iterator[bytes]:
    """Give a label as it may stand in a file: in clear, escaped, and hashed in any usual way."""
    plain = label.encode()
    yield plain
    yield label.casefold().encode()
    yield json.dumps(label)[1:-1].encode()
    yield base64.b64encode(plain).rstrip(b"=")
    for made in (hashlib.sha256, hashlib.sha1, hashlib.md5, hashlib.blake2b, hashlib.blake2s, hashlib.sha512):
        digest = made(plain).digest()
        yield digest
        yield digest.hex()[:24].encode()  # cut short, too
        yield base64.b64encode(digest)[:20]
        yield base64.urlsafe_b64encode(digest)[:20]


def whole(path: Path) -> bytes:
    """Give all that is in a file, unpacked where it is packed."""
    raw = path.read_bytes()
    if zipfile.is_zipfile(io.BytesIO(raw)):
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            return raw + b"".join(packed.read(name) for name in packed.namelist())
    if raw.startswith(b"%PDF"):
        file = pikepdf.open(io.BytesIO(raw))
        streams = (one.read_bytes() for one in file.objects if isinstance(one, pikepdf.Stream))
        return raw + read(raw).encode() + b"".join(streams)
    return raw


def found_in(folder: Path, labels: Iterable[str], *, but: Iterable[str] = ()) -> dict[str, set[str]]:
    """Give which labels stand in which file of a folder, in any form; files named in `but` are left out."""
    sought = [(label, form) for label in labels for form in forms_of(label)]
    found: dict[str, set[str]] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name not in set(but):
            raw = whole(path)
            told = {label for label, form in sought if form in raw}
            if told:
                found[str(path.relative_to(folder))] = told
    return found


def demo_without_labels(folder: Path) -> str:
    """Copy the short demo and let it call no seat anything; give the text of its session.toml."""
    copy_demo(folder, short=True)
    text, _labels = without_labels((folder / "session.toml").read_text(encoding="utf-8"))
    (folder / "session.toml").write_text(text, encoding="utf-8")
    return text


def begun_earlier(day: Day, labels: dict[int, str]) -> Day:
    """Let a day's record be one of an earlier version: what the seats are called stands in it."""
    first, *rest = day.history
    model = first.event.session
    members = tuple(replace(one, label=labels.get(one.seat, "")) for one in model.members)
    day.history = [replace(first, event=e.DoorsOpened(replace(model, members=members))), *rest]
    return day
