"""Pages under a real certificate: `--tls-cert` and `--tls-key`."""

from __future__ import annotations

import asyncio
import contextlib
import os
import ssl
from pathlib import Path

import httpx
import pytest

from panel_tui.cli import main
from panel_tui.room.room import Room
from panel_tui.web import Certificate, serve
from panel_tui.web.certificate import Unfit, names_of
from tests.web.certificates import make_certificate, make_out_of_date

pytestmark = pytest.mark.usefixtures("either_parser")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return make_certificate(
        tmp_path_factory.mktemp("tls"), names="DNS:panel.example,DNS:*.panel.example,IP:127.0.0.1"
    )


def trusting(certificate: Certificate) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=certificate.certificate)


async def test_the_pages_are_encrypted_and_the_seat_travels_no_other_way(
    room: Room, certificate: Certificate
) -> None:
    async with serve(room, "127.0.0.1", 0, certificate=certificate) as server:
        home = f"https://127.0.0.1:{server.port}"
        async with httpx.AsyncClient(base_url=home, verify=trusting(certificate), trust_env=False) as phone:
            taken = await phone.post(f"/J/{room.door_code}", headers={"Origin": home})
            assert taken.headers["set-cookie"].endswith("; Secure")
            assert 'data-page="wait"' in (await phone.get("/")).text
        async with httpx.AsyncClient(base_url=home.replace("https", "http"), trust_env=False) as plain:
            answer = await plain.get("/")
            assert answer.is_redirect
            assert not answer.content


@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}", "https://panel.example:{port}/"),
        (
            "GET /J/ABCD?x=%41 HTTP/1.1\r\nAccept: */*\r\nHOST: PANEL.example:{port}",
            "https://panel.example:{port}/J/ABCD?x=%41",
        ),
        (
            "HEAD //evil.example HTTP/1.0\r\nHost: 127.0.0.1:{port}",
            "https://panel.example:{port}//evil.example",
        ),
        ("GET / HTTP/1.1\r\nHost: evil.example", ""),
        ("GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1:{port}", ""),
        ("GET /\x01 HTTP/1.1\r\nHost: 127.0.0.1:{port}", ""),
        ("GET / HTTP/1.1\r\nX: y", ""),
        ("POST /score HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 9", ""),
        ("GET / HTTP/1.1\r\nX: " + "y" * 5_000, ""),
    ],
)
async def test_whoever_asks_in_plain_http_is_led_to_the_encrypted_page_of_ours_and_nowhere_else(
    room: Room, certificate: Certificate, asked: str, led: str
) -> None:
    """A phone takes a typed address for plain HTTP, and so do cards that were printed before."""
    async with serve(room, "127.0.0.1", 0, certificate=certificate) as server:
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        whole = asked.format(port=server.port).encode() + b"\r\n\r\n"
        for part in (whole[:7], whole[7:]):
            writer.write(part)
            await asyncio.sleep(0.02)
        async with asyncio.timeout(5):
            said = (await reader.read()).decode()
        writer.close()
        head = "HTTP/1.1 307 " if led else "HTTP/1.1 400 "
        assert said.startswith(head)
        assert (f"\r\nLocation: {led.format(port=server.port)}\r\n" in said) == bool(led)
        assert said.endswith("\r\n\r\n")


async def test_a_handshake_that_comes_in_pieces_is_made(room: Room, certificate: Certificate) -> None:
    async with serve(room, "127.0.0.1", 0, certificate=certificate) as server:
        context, ours, theirs = trusting(certificate), ssl.MemoryBIO(), ssl.MemoryBIO()
        line = context.wrap_bio(ours, theirs, server_hostname="127.0.0.1")
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        async with asyncio.timeout(10):
            for _ in range(20):
                with contextlib.suppress(ssl.SSLWantReadError):
                    line.do_handshake()
                    break
                for byte in theirs.read():
                    writer.write(bytes([byte]))
                    await writer.drain()
                    await asyncio.sleep(0)
                ours.write(await reader.read(65_536))
            line.write(b"GET /health HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n" % server.port)
            writer.write(theirs.read())
            said = b""
            while b"ok" not in said:
                ours.write(await reader.read(65_536))
                with contextlib.suppress(ssl.SSLWantReadError):
                    while part := line.read():
                        said += part
        writer.close()


@pytest.mark.parametrize(
    ("made_out", "leads"),
    [
        ("DNS:*.panel.example", "made out for *.panel.example, which is no name"),
        ("IP:192.0.2.77", "made out for 192.0.2.77, which is no name or address that leads to this laptop"),
        ("email:jo@panel.example", "made out for no name and no address"),
    ],
)
def test_a_certificate_that_no_address_of_ours_is_in_is_refused(
    tmp_path: Path, made_out: str, leads: str
) -> None:
    with pytest.raises(Unfit) as told:
        names_of(make_certificate(tmp_path, names=made_out))
    assert leads in str(told.value)


def test_one_for_an_address_of_ours_leads_there(tmp_path: Path) -> None:
    assert names_of(make_certificate(tmp_path, names="DNS:*.panel.example,IP:127.0.0.1")) == ("127.0.0.1",)


async def test_the_certificates_own_name_is_ours_and_no_other(room: Room, certificate: Certificate) -> None:
    async with serve(room, "127.0.0.1", 0, certificate=certificate) as server:
        assert server.names == ("panel.example",)
        home = f"https://127.0.0.1:{server.port}"
        async with httpx.AsyncClient(base_url=home, verify=trusting(certificate), trust_env=False) as phone:
            for host, status in (("panel.example", 200), ("PANEL.example", 200), ("evil.panel.example", 421)):
                answer = await phone.get("/", headers={"Host": f"{host}:{server.port}"})
                assert answer.status_code == status


def test_the_square_on_the_wall_leads_to_the_encrypted_pages(room: Room) -> None:
    room.address = "panel.example:8765"
    assert room.poster().link == f"http://PANEL.EXAMPLE:8765/J/{room.door_code}"  # type: ignore[union-attr]
    room.encrypted = True
    assert room.poster().link == f"https://PANEL.EXAMPLE:8765/J/{room.door_code}"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "fault", ["another's key", "a key under a password", "no certificate", "out of date"]
)
def test_a_certificate_phones_would_refuse_is_refused_before_anything_starts(
    tmp_path: Path, certificate: Certificate, fault: str
) -> None:
    other = make_certificate(tmp_path, password="secret" if fault == "a key under a password" else "")
    if fault == "out of date":
        make_out_of_date(other)
    offered = {
        "another's key": Certificate(certificate.certificate, other.key),
        "a key under a password": other,
        "no certificate": Certificate(certificate.key, certificate.key),
        "out of date": other,
    }[fault]
    with pytest.raises(Unfit, match=r"Phones would refuse that certificate: .+\. Nothing was started\."):
        names_of(offered)


def test_what_is_wrong_with_a_certificate_is_said_in_words(tmp_path: Path, certificate: Certificate) -> None:
    other = make_certificate(tmp_path / "other")
    locked = make_certificate(tmp_path / "locked", password="secret")
    damaged = certificate.certificate.read_bytes()[:200] + b"\n-----END CERTIFICATE-----\n"
    (tmp_path / "damaged.pem").write_bytes(damaged)
    os.mkfifo(tmp_path / "pipe")
    said = {
        (certificate.certificate, other.key): "the key belongs to another one",
        locked: "its key is under a password",
        (certificate.key, certificate.key): f"there is no certificate in {certificate.key.name}",
        (
            certificate.certificate,
            certificate.certificate,
        ): f"there is no key in {certificate.certificate.name}",
        (tmp_path / "nowhere.pem", certificate.key): "nowhere.pem cannot be read (No such file or directory)",
        (tmp_path, certificate.key): f"{tmp_path.name} is not a plain file",
        (certificate.certificate, tmp_path / "pipe"): "pipe is not a plain file",
        (Path("/dev/zero"), certificate.key): "zero is not a plain file",
        (tmp_path / "damaged.pem", certificate.key): "it or its key is damaged",
    }
    for files, words in said.items():
        offered = files if isinstance(files, Certificate) else Certificate(*files)
        with pytest.raises(Unfit) as told:
            names_of(offered)
        assert f"Phones would refuse that certificate: {words}" in str(told.value)


@pytest.mark.parametrize("only", ["--tls-cert", "--tls-key"])
def test_half_of_the_two_is_asked_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, only: str
) -> None:
    half = tmp_path / "half.pem"
    half.touch()
    monkeypatch.setattr("sys.argv", ["panel-tui", "run", str(tmp_path), only, str(half)])
    with pytest.raises(SystemExit) as leaving:
        main()
    assert leaving.value.code == 2
    assert "give both --tls-cert and --tls-key" in capsys.readouterr().err
