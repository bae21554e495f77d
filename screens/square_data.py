"""What a square is made of, as small as can be: `http://` in small letters, and all that follows in capitals.

Some cameras take `HTTP://` for a word to search for. In capitals the rest takes five and a half bits a letter.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

QUIET = 4  # modules of white all round: the standard's own number
_SCHEME = re.compile(r"(https?://)([0-9A-Z $%*+./:-]+)")


def add_link(code: Any, link: str) -> None:
    """Put a link into a `qrcode.QRCode`, in two parts where that makes it smaller."""
    from qrcode.util import MODE_8BIT_BYTE, MODE_ALPHA_NUM, QRData

    split = _SCHEME.fullmatch(link)
    if split is None:
        code.add_data(link, optimize=0)
        return
    scheme, rest = split.groups()
    code.add_data(QRData(scheme.encode(), mode=MODE_8BIT_BYTE), optimize=0)
    code.add_data(QRData(rest.encode(), mode=MODE_ALPHA_NUM), optimize=0)


@lru_cache(maxsize=8)
def modules(link: str) -> tuple[tuple[bool, ...], ...]:
    """Return the code's modules with its quiet zone, True for dark: the smallest size, the strongest repair in it."""
    import qrcode
    from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q

    drawn_codes = []
    for repair in (ERROR_CORRECT_H, ERROR_CORRECT_Q, ERROR_CORRECT_M, ERROR_CORRECT_L):
        code = qrcode.QRCode(error_correction=repair, border=QUIET)
        add_link(code, link)
        code.make(fit=True)
        drawn_codes.append(code)
    smallest = min(code.version for code in drawn_codes)
    best = next(code for code in drawn_codes if code.version == smallest)
    return tuple(tuple(bool(module) for module in line) for line in best.get_matrix())


_PASSWORD = re.compile(r";P:((?:\\.|[^;\\])*);", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def password(link: str) -> str:
    """Return the password in `WIFI:T:WPA;S:name;P:password;;`, or nothing."""
    found = _PASSWORD.search(link)
    return _ESCAPED.sub(r"\1", found.group(1)) if found else ""
