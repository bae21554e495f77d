"""The files a page asks for: each is named by its content, so that a phone may keep it for good."""

from __future__ import annotations

import hashlib
import re
from importlib.resources import files

from msgspec import Struct


class Asset(Struct, frozen=True):
    """One file a page asks for: where from, what kind, and its bytes."""

    path: str
    kind: str
    body: bytes


# What is written for whoever reads the file, and the space before a line, need not travel.
_REMARKS = re.compile(rb"^\s*(?://.*\n|/\*[^*]*\*/\n)|^[ ]+|^\n", re.MULTILINE)


def asset(package: str, name: str, kind: str) -> Asset:
    """Read a file that lies beside a package's modules."""
    body = _REMARKS.sub(b"", (files(package) / name).read_bytes())
    stem, _, suffix = name.rpartition(".")
    return Asset(f"/{stem}-{hashlib.sha256(body).hexdigest()[:12]}.{suffix}", kind, body)
