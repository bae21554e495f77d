"""The laptop's own addresses, and how they and a Wi-Fi are written for a QR."""

from __future__ import annotations

import ipaddress

from sessions.model import Wifi


def addresses() -> list[str]:
    """Give the addresses phones might reach, likeliest first: private ones, then others; loopback if no other."""
    import ifaddr

    ips = (ip.ip for adapter in ifaddr.get_adapters() for ip in adapter.ips)
    found = [ipaddress.ip_address(ip) for ip in ips if isinstance(ip, str)]
    usable = [ip for ip in found if not ip.is_loopback and not ip.is_link_local]
    ordered = sorted(usable, key=lambda ip: (not ip.is_private, str(ip)))
    return [str(ip) for ip in ordered] or ["127.0.0.1"]


def square_link(address: str, code: str, *, encrypted: bool = False) -> str:
    """Write what the square says: all in capitals, which makes it smaller. Without a code it leads to the door."""
    scheme = "HTTPS" if encrypted else "HTTP"
    return f"{scheme}://{address.upper()}/" + (f"J/{code}" if code else "")


def wifi_link(wifi: Wifi) -> str:
    """Write a Wi-Fi as phones read it from a QR (the ZXing format); a name's special marks are escaped."""

    def escaped(text: str) -> str:
        return "".join(f"\\{mark}" if mark in '\\;,:"' else mark for mark in text)

    kind = "WPA" if wifi.password else "nopass"
    return f"WIFI:T:{kind};S:{escaped(wifi.name)};P:{escaped(wifi.password)};;"
