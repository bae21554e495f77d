"""A finished session's folder, and what is exported from it, hold no live seat token, no cookie and no half."""

import base64
import zipfile

import pytest

from panel_tui.exports import export_all
from panel_tui.room.ballots.shares import SIZE, read_pad
from panel_tui.room.open_room import live_room
from panel_tui.system.clock import Clock
from tests.secrecy.browsers import browsers
from tests.secrecy.table import begin, seat_key
from tests.sessions.worlds import session

SEATS = range(1, 8)


@pytest.fixture
async def day(tmp_path):
    """Hold a whole day on a real disk; give its folder and every secret there ever was."""
    folder, secrets = tmp_path / "session", {seat_key(seat).encode() for seat in SEATS}
    folder.mkdir()
    async with live_room(folder, Clock(), session(seats=7, applications=1, criteria=1)) as room:
        await begin(room, 7)
        async with browsers(room, SEATS) as phones:
            for seat in (*SEATS, 3, 3):
                await phones[seat].vote("5")
                secrets |= cookies_of(phones[seat])
                secrets |= halves_in((folder / "record.ballots").read_bytes())
            while not room.state.ended:
                await room.press(position=room.position(), sure=True)
    return folder, secrets


def cookies_of(phone):
    values = [cookie.value for cookie in phone.http.cookies.jar]
    return {value.encode() for value in values} | {pad for value in values if (pad := read_pad(value))}


def halves_in(data):
    slots = [data[at : at + SIZE] for at in range(SIZE, len(data) - SIZE, SIZE)]
    return {half for half in slots if any(half)}


def written(secret):
    """Give the ways in which a secret might stand in a file."""
    return {
        secret,
        base64.b64encode(secret),
        base64.urlsafe_b64encode(secret).rstrip(b"="),
        secret.hex().encode(),
    }


async def test_the_folder_holds_no_secret(day):
    folder, secrets = day
    held = b"".join(
        path.read_bytes() + path.name.encode() for path in sorted(folder.rglob("*")) if path.is_file()
    )
    assert len(secrets) > 40
    assert not [secret for secret in secrets if any(form in held for form in written(secret))]
    assert not list(folder.glob("record.ballots*"))


async def test_the_exports_hold_no_secret(day, tmp_path):
    folder, secrets = day
    export_all(folder, tmp_path / "out", (), seats=True, public=False, draw=Clock().draw())
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    held = b"".join(path.read_bytes() for path in files)
    with zipfile.ZipFile(tmp_path / "out" / "workbook.xlsx") as parts:
        held += b"".join(parts.read(name) for name in parts.namelist())
    assert held
    assert not [secret for secret in secrets if any(form in held for form in written(secret))]


async def test_the_search_would_find_one(day):
    folder, secrets = day
    (folder / "left.txt").write_bytes(b"..." + max(secrets, key=len).hex().encode())
    held = (folder / "left.txt").read_bytes()
    assert any(form in held for secret in secrets for form in written(secret))
