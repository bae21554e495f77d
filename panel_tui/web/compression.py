"""Squeeze a page as small as gzip can, with a memory no larger than the page.

Setting up zlib's usual window of 32 kB and its tables, for a page of three, took four times as long as squeezing it.
A window that holds the whole page finds all that a larger one would.
"""

from __future__ import annotations

import zlib

_GZIP = 16  # added to the window's bits, it asks zlib for gzip's own head and end
_LEAST, _MOST = 9, 15  # bits that a window may have
_AHEAD = 262  # bytes zlib keeps free to look ahead: so much less of a window can be looked back on
_SMALLEST = 9  # level: what is sent is not to be a byte longer for the sake of speed


def squeezed(plain: bytes) -> bytes:
    """Return it as gzip; the same bytes for the same page, whenever it is asked for."""
    bits = min(max((len(plain) + _AHEAD).bit_length(), _LEAST), _MOST)
    memory = min(max(bits - 7, 1), zlib.DEF_MEM_LEVEL)
    squeezing = zlib.compressobj(_SMALLEST, zlib.DEFLATED, _GZIP + bits, memory)
    return squeezing.compress(plain) + squeezing.flush()
