"""The style, script and mark of the phone pages, each named by its content so that a phone may keep it."""

from __future__ import annotations

import hashlib
from importlib.resources import files

from msgspec import Struct


class Asset(Struct, frozen=True):
    """One file a page asks for: where from, what kind, and its bytes."""

    path: str
    kind: str
    body: bytes


def _asset(name: str, kind: str) -> Asset:
    body = (files(__package__) / name).read_bytes()
    stem, _, suffix = name.rpartition(".")
    return Asset(f"/{stem}-{hashlib.sha256(body).hexdigest()[:12]}.{suffix}", kind, body)


STYLE = _asset("phone.css", "text/css; charset=utf-8")
SCRIPT = _asset("phone.js", "text/javascript; charset=utf-8")
MARK = _asset("phone.svg", "image/svg+xml")
ASSETS = (STYLE, SCRIPT, MARK)
