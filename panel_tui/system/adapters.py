"""The laptop's own addresses, the likeliest first: which of them are phones on the same Wi-Fi able to reach?

The system is asked which it would use itself; sorting by number would prefer whatever begins with 10. What only this
laptop can reach (a container's bridge, a virtual machine's, a tunnel's) comes last, however much the system likes it.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable, Iterable
from contextlib import suppress

from msgspec import Struct

# An address of a documentation network: nothing is sent there, the system only says how it would go.
_SOMEWHERE = ("203.0.113.1", 9)

_VIRTUAL = re.compile(
    r"docker|podman|\bbr-[0-9a-f]{12}\b|\bcni\d|\bveth[0-9a-f]|\bvirbr|\blxc|\blxd|\bvmnet|\bvnet\d|vboxnet|virtualbox|vmware"
    r"|hyper-v virtual ethernet|vethernet|\bwsl\b|\butun\d|\btun\d|\btap\d|tap-|\bwg\d|\bppp\d|\bipsec\d|\bzt\w{8}"
    r"|wireguard|wintun|openvpn|tailscale|zerotier|hamachi|anyconnect|fortinet|globalprotect|nordlynx|\bvpn\b|loopback",
    re.IGNORECASE,
)
"""How virtual adapters are called. Not `bridge100` nor "Wi-Fi Direct Virtual Adapter": those are hotspots."""


class OwnAddress(Struct, frozen=True):
    """An address of the laptop, the adapter it is on, and whether only the laptop itself is behind that."""

    address: str
    adapter: str
    virtual: bool = False


def found() -> list[OwnAddress]:
    """Return every IPv4 address the system has, in its order."""
    import ifaddr

    return [
        OwnAddress(ip.ip, adapter.nice_name, is_virtual(adapter.name, adapter.nice_name, ip.nice_name))
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if isinstance(ip.ip, str)
    ]


def is_virtual(*names: str) -> bool:
    """Whether one of an adapter's names is that of a container's, a virtual machine's or a tunnel's."""
    return any(_VIRTUAL.search(name) for name in names)


def used_for_the_network() -> str:
    """Return the address the system would use itself, or nothing where it would know no way. Nothing is sent."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        asked.connect(_SOMEWHERE)
        return str(asked.getsockname()[0])
    return ""


def ranked(
    look: Callable[[], Iterable[OwnAddress]] = found, used: Callable[[], str] = used_for_the_network
) -> list[OwnAddress]:
    """Return those that phones might reach, the likeliest first."""
    here = used()

    def unlikely(one: OwnAddress) -> tuple[bool, bool, bool]:
        return one.virtual, one.address != here, not ipaddress.ip_address(one.address).is_private

    return sorted((one for one in look() if _usable(one.address)), key=unlikely)


def likely(addresses: list[str], own: Iterable[OwnAddress]) -> list[str]:
    """Leave out the virtual ones, unless there are no others."""
    virtual = {one.address for one in own if one.virtual}
    return [one for one in addresses if one not in virtual] or addresses


def _usable(address: str) -> bool:
    ip = ipaddress.ip_address(address)
    return not (ip.is_loopback or ip.is_link_local or ip.is_unspecified)
