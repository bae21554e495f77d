"""Read the password back out of a Wi-Fi QR's text, for those who have no camera."""

from __future__ import annotations

import re

_PASSWORD = re.compile(r";P:((?:\\.|[^;\\])*);", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def password(link: str) -> str:
    """Give the password in `WIFI:T:WPA;S:name;P:password;;`, or nothing."""
    found = _PASSWORD.search(link)
    return _ESCAPED.sub(r"\1", found.group(1)) if found else ""
