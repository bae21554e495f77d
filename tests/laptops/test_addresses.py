"""Which of the laptop's addresses is written on cards and into the square. The adapters are made up."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from panel_tui.cli import panel_tui
from panel_tui.demo import copy_demo
from panel_tui.system import adapters, network
from panel_tui.system.adapters import OwnAddress, is_virtual, ranked
from panel_tui.system.network import bound

REAL = [
    ("eth0", "eth0"),
    ("wlp2s0", "wlp2s0"),
    ("en0", "en0"),
    ("{A1}", "Intel(R) Wi-Fi 6 AX201 160MHz"),
    ("{A2}", "Realtek USB GbE Family Controller"),
    ("{A3}", "Microsoft Wi-Fi Direct Virtual Adapter #2"),  # Windows' own hotspot: phones are on it
    ("bridge100", "bridge100"),  # a Mac that shares its internet
    ("br0", "br0"),
]
VIRTUAL = [
    ("docker0", "docker0"),
    ("br-1a2b3c4d5e6f", "br-1a2b3c4d5e6f"),
    ("virbr0", "virbr0"),
    ("vboxnet0", "vboxnet0"),
    ("utun3", "utun3"),
    ("tun0", "tun0"),
    ("wg0", "wg0"),
    ("tailscale0", "tailscale0"),
    ("{B1}", "Hyper-V Virtual Ethernet Adapter #2"),
    ("{B2}", "VirtualBox Host-Only Ethernet Adapter"),
    ("{B3}", "VMware Virtual Ethernet Adapter for VMnet8"),
    ("{B4}", "TAP-Windows Adapter V9"),
    ("{B5}", "WireGuard Tunnel"),
    ("{B6}", "Cisco AnyConnect Secure Mobility Client Virtual Miniport Adapter"),
]


@pytest.mark.parametrize("names", REAL, ids=lambda names: names[1])
def test_an_adapter_that_phones_may_be_behind(names: tuple[str, str]) -> None:
    assert not is_virtual(*names)


@pytest.mark.parametrize("names", VIRTUAL, ids=lambda names: names[1])
def test_an_adapter_that_only_the_laptop_is_behind(names: tuple[str, str]) -> None:
    assert is_virtual(*names)


def order(*own: OwnAddress, used: str = "") -> list[str]:
    return [one.address for one in ranked(lambda: own, lambda: used)]


WIFI, CABLE = OwnAddress("192.168.1.20", "Wi-Fi"), OwnAddress("10.0.0.7", "Ethernet")
DOCKER = OwnAddress("172.17.0.1", "docker0", virtual=True)
VPN = OwnAddress("10.8.0.2", "tun0", virtual=True)


def test_the_address_the_system_would_use_comes_first_whatever_its_number() -> None:
    assert order(CABLE, WIFI, used="192.168.1.20") == ["192.168.1.20", "10.0.0.7"]


def test_virtual_ones_come_last_even_where_everything_goes_through_a_tunnel() -> None:
    assert order(VPN, DOCKER, WIFI, used="10.8.0.2") == ["192.168.1.20", "10.8.0.2", "172.17.0.1"]


def test_without_a_way_out_private_ones_come_first_in_the_systems_order() -> None:
    public = OwnAddress("81.2.69.142", "eth1")
    assert order(public, WIFI, CABLE) == ["192.168.1.20", "10.0.0.7", "81.2.69.142"]


def test_what_no_phone_can_reach_is_left_out() -> None:
    nowhere = [OwnAddress("127.0.0.1", "lo"), OwnAddress("169.254.7.7", "Ethernet")]
    assert order(*nowhere, WIFI) == ["192.168.1.20"]


def test_this_machine_is_asked_without_a_packet_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_data: object) -> int:
        raise AssertionError

    monkeypatch.setattr(socket.socket, "send", never, raising=False)
    used = adapters.used_for_the_network()
    assert used == "" or used in {one.address for one in adapters.found()}


@pytest.fixture
def two_networks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adapters, "found", lambda: [CABLE, DOCKER, WIFI])
    own = [WIFI, CABLE, DOCKER]
    monkeypatch.setattr(adapters, "ranked", lambda: own)
    monkeypatch.setattr(network, "ranked", lambda: own)


def printed(tmp_path: Path, typed: str, monkeypatch: pytest.MonkeyPatch, *more: str) -> str:
    copy_demo(tmp_path / "day")

    monkeypatch.setattr("panel_tui.cli.before.can_ask", lambda: True)
    asked = ["print", str(tmp_path / "day"), "--to", str(tmp_path / "out"), *more]
    done = CliRunner().invoke(panel_tui, asked, input=typed)
    return done.output + str(done.exception or "")


@pytest.mark.usefixtures("two_networks")
@pytest.mark.parametrize(
    ("typed", "address"), [("\n", "192.168.1.20:8765"), ("2\n", "10.0.0.7:8765")], ids=["Enter", "2"]
)
def test_print_asks_which_address_it_is(
    tmp_path: Path, typed: str, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = printed(tmp_path, typed, monkeypatch)
    assert "1  192.168.1.20  Wi-Fi" in said
    assert "172.17.0.1" not in said
    assert address in (tmp_path / "out" / "cards.html").read_text(encoding="utf-8")
    assert address in (tmp_path / "day" / "record.jsonl").read_text(encoding="utf-8")


@pytest.mark.usefixtures("two_networks")
def test_another_number_prints_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "not one of the numbers" in printed(tmp_path, "3\n", monkeypatch)
    assert not (tmp_path / "out").exists()
    assert not (tmp_path / "day" / "record.jsonl").exists()


@pytest.mark.usefixtures("two_networks")
def test_an_address_that_was_named_is_not_asked_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "which" not in printed(tmp_path, "", monkeypatch, "--host", "10.0.0.7").casefold()


class Ports:
    """A system where some ports answer a bind with a fault of their own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, fault: int, ports: range) -> None:
        self.options: list[int] = []
        self.asked: list[int] = []
        outer, real = self, socket.socket

        class Fake(real):
            def bind(self, place: tuple[str, int]) -> None:
                outer.asked.append(place[1])
                if place[1] in ports:
                    raise OSError(fault, "no")
                super().bind((place[0], 0))

            def setsockopt(self, level: int, option: int, value: int) -> None:
                outer.options.append(option)

        monkeypatch.setattr(network.socket, "socket", Fake)


EACCES, EADDRINUSE, EADDRNOTAVAIL = 13, 98, 99


@pytest.mark.parametrize("fault", [EACCES, EADDRINUSE])
def test_ports_the_system_keeps_for_itself_are_passed_over(
    monkeypatch: pytest.MonkeyPatch, fault: int
) -> None:
    ports = Ports(monkeypatch, fault, range(8765, 8770))
    bound("127.0.0.1", 8765).close()
    assert ports.asked == [8765, 8766, 8767, 8768, 8769, 8770]


def test_after_twenty_any_port_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    ports = Ports(monkeypatch, EACCES, range(8765, 9000))
    bound("127.0.0.1", 8765).close()
    assert ports.asked == [*range(8765, 8786), 0]


def test_an_address_that_is_not_ours_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    ports = Ports(monkeypatch, EADDRNOTAVAIL, range(8765, 9000))
    with pytest.raises(OSError, match="no"):
        bound("127.0.0.1", 8765)
    assert ports.asked == [8765]


def test_on_windows_nobody_else_can_bind_the_same_port_beside_us(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "SO_EXCLUSIVEADDRUSE", -5, raising=False)
    monkeypatch.setattr(network.sys, "platform", "win32")
    ports = Ports(monkeypatch, EACCES, range(0))
    bound("127.0.0.1", 0).close()
    assert ports.options == [-5]
