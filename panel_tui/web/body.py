"""Read a posted body whole before any page sees it, up to the most a form of ours can be."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import Message, Receive

from .odd import Odd, not_understood

LIMIT = 16 * 1024


async def whole_body(receive: Receive, headers: Headers) -> Receive | None:
    """Give a way to receive the body that was read; nothing where the phone went away. Raises Odd."""
    lengths = headers.getlist("content-length")
    if lengths and not lengths[0].isdecimal():
        raise not_understood()
    if lengths and int(lengths[0][:9]) > LIMIT:
        raise Odd(413, "too-long")
    body = bytearray()
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > LIMIT:
            raise Odd(413, "too-long")
    read = False

    async def again() -> Message:
        nonlocal read
        if read:
            return await receive()
        read = True
        return {"type": "http.request", "body": bytes(body), "more_body": False}

    return again
