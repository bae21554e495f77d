"""A real certificate, for those who have one: is it whole, does its key fit, for which names is it made out?

It is tried out before a phone sees it: a handshake with ourselves, in memory, shows all three.
"""

from __future__ import annotations

import ssl
from pathlib import Path
from typing import cast

from msgspec import Struct

from sessions.wording import say

from ..unable import Unable


class Certificate(Struct, frozen=True):
    """A certificate, its chain after it, and its key, each in a PEM file."""

    certificate: Path
    key: Path


class Unfit(Unable):
    """The certificate cannot be used; phones would refuse it."""

    def __init__(self, why: str) -> None:
        """Say what the TLS library says of it."""
        super().__init__(say("command.tls-unfit", why=why))


def names_of(certificate: Certificate) -> tuple[str, ...]:
    """Give the host names a certificate is made out for, those with a star left out. Raises Unfit."""
    try:
        made_out = _shown(certificate)
    except ssl.SSLCertVerificationError as unfit:
        raise Unfit(unfit.verify_message) from None
    except ssl.SSLError as unfit:
        raise Unfit(unfit.reason or "PEM") from None
    except OSError as missing:
        raise Unfit(missing.strerror or type(missing).__name__) from None
    names = (name for kind, name in made_out if kind == "DNS")
    return tuple(name.lower() for name in names if "*" not in name)


def _shown(certificate: Certificate) -> tuple[tuple[str, str], ...]:
    """Shake hands with ourselves and give the names the other side is shown."""
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    # a key under a password would make the TLS library ask for it on the wall
    server.load_cert_chain(certificate.certificate, certificate.key, password="")
    client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    client.check_hostname = False
    # whoever made it out is for the phones to judge; here it vouches for itself
    client.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    client.load_verify_locations(certificate.certificate)
    ours, theirs = ssl.MemoryBIO(), ssl.MemoryBIO()
    ends = client.wrap_bio(ours, theirs), server.wrap_bio(theirs, ours, server_side=True)
    _shake(*ends)
    shown = ends[0].getpeercert() or {}
    return cast(tuple[tuple[str, str], ...], shown.get("subjectAltName", ()))


def _shake(client: ssl.SSLObject, server: ssl.SSLObject) -> None:
    while True:
        waiting = 0
        for end in (client, server):
            try:
                end.do_handshake()
            except ssl.SSLWantReadError:
                waiting += 1
        if not waiting:
            return
