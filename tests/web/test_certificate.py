"""Pages under a real certificate: `--tls-cert` and `--tls-key`."""

from __future__ import annotations

import ssl
from pathlib import Path

import httpx
import pytest

from panel_tui.cli import main
from panel_tui.room.room import Room
from panel_tui.web import Certificate, serve
from panel_tui.web.server import Unfit, names_of
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
            with pytest.raises(httpx.HTTPError):
                await plain.get("/")


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
