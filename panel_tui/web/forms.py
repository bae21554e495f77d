"""Read a posted form whole: only the fields it has, each once, short, cleaned at the door."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote_plus

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import Message, Receive

from sessions.model.text import LONGEST, clean
from sessions.state.scoring import LATEST


class BadRequest(Exception):  # noqa: N818 - it describes a request
    """A request that cannot be taken; `what` names its heading and sentence in the wording."""

    def __init__(self, status: int, what: str) -> None:
        """Keep the answer's status and wording key."""
        super().__init__(what)
        self.status = status
        self.what = what


def not_understood() -> BadRequest:
    """Make the answer to a form that is not one of ours."""
    return BadRequest(400, "not-understood")


LIMIT = 16 * 1024


async def whole_body(receive: Receive, headers: Headers) -> Receive | None:
    """Return a way to receive the body that was read; nothing where the phone went away. Raises BadRequest."""
    lengths = headers.getlist("content-length")
    if lengths and not lengths[0].isdecimal():
        raise not_understood()
    if lengths and int(lengths[0][:9]) > LIMIT:
        raise BadRequest(413, "too-long")
    body = bytearray()
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > LIMIT:
            raise BadRequest(413, "too-long")
    read = False

    async def again() -> Message:
        nonlocal read
        if read:
            return await receive()
        read = True
        return {"type": "http.request", "body": bytes(body), "more_body": False}

    return again


_KIND = "application/x-www-form-urlencoded"
_MOST_FIELDS = 20
VISIT = "visit"
_LONGEST_NUMBER = 9  # digits; more is nobody's answer
_LONGEST_COUNT = len(str(LATEST))  # digits; a phone numbers its sendings by its clock, in milliseconds


async def posted(request: Request, *names: str) -> Mapping[str, str]:
    """Return the form's fields; those left out are empty. Raises BadRequest for anything our page would not send.

    A form of the device that goes round also says whose turn it was drawn in: see `seats.seat`.
    """
    body = await request.body()
    kind, _, options = request.headers.get("content-type", "").lower().partition(";")
    if body and (kind.strip() != _KIND or not _plain(options)):
        raise BadRequest(415, "not-understood")
    try:
        pairs = _pairs(body.decode("ascii"))
    except ValueError:
        raise not_understood() from None
    fields = dict(pairs)
    if len(fields) != len(pairs) or not fields.keys() <= {*names, VISIT}:
        raise not_understood()
    if any(len(value) > LONGEST for value in fields.values()):
        raise BadRequest(413, "too-long")
    request.state.visit = fields.get(VISIT, "")
    return {name: clean(fields.get(name, "")) for name in names}


def _pairs(form: str) -> list[tuple[str, str]]:
    """Read the names and values of a form. Raises ValueError where a browser would have written it otherwise."""
    if not form:
        return []
    if form.count("&") >= _MOST_FIELDS:
        raise ValueError("too many fields")
    pairs = []
    for piece in form.split("&"):
        name, stands, value = piece.partition("=")
        if not stands:
            raise ValueError("a name without a value")
        pairs.append((_unquoted(name), _unquoted(value)))
    return pairs


def _unquoted(text: str) -> str:
    return unquote_plus(text, errors="strict") if "%" in text or "+" in text else text


def whole_number(text: str, *, longest: int = _LONGEST_NUMBER) -> int | None:
    """Read a whole number as people type it; nothing where it is not one."""
    digits = text.removeprefix("-").removeprefix("+")
    if not digits.isascii() or not digits.isdecimal() or len(digits) > longest:
        return None
    return -int(digits) if text.startswith("-") else int(digits)


def counted(text: str) -> int:
    """Read a whole number our own page put in a hidden field. Raises BadRequest where it is not one."""
    number = whole_number(text, longest=_LONGEST_COUNT)
    if number is None or number < 0:
        raise not_understood()
    return number


def _plain(options: str) -> bool:
    return options.strip() in ("", "charset=utf-8", 'charset="utf-8"')
