"""A certificate for the encrypted pages: whom it leads to, and what is wrong with it, in words for whoever named it."""

from __future__ import annotations

import ssl
from pathlib import Path
from typing import cast

from msgspec import Struct

from panel_tui.system.errors import Unable
from panel_tui.system.plain_files import NotPlainError, opened
from panel_tui.web.request_guard import own_addresses
from sessions.wording import say

_MOST = 1_000_000  # bytes; a chain of certificates is a few thousand
_REASONS = {
    "KEY_VALUES_MISMATCH": "command.tls-other-key",
    "EE_KEY_TOO_SMALL": "command.tls-short-key",
    "CA_KEY_TOO_SMALL": "command.tls-short-key",
}


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
    """Return the hosts a certificate is made out for that phones can be led to. Raises Unfit where there is none.

    Those are its names without a star; where it has none, those of its addresses that are this laptop's.
    """
    if wrong := _wrong_with_files(certificate.certificate, certificate.key):
        raise Unfit(wrong)
    try:
        made_out = _shown(certificate)
    except ssl.SSLCertVerificationError as unfit:
        raise Unfit(unfit.verify_message) from None
    except ssl.SSLError as unfit:
        raise Unfit(_reason_said(unfit.reason or "")) from None
    except OSError as missing:
        raise Unfit(missing.strerror or type(missing).__name__) from None
    names = tuple(name.lower() for kind, name in made_out if kind == "DNS" and "*" not in name)
    addresses = {name.strip() for kind, name in made_out if kind == "IP Address"}
    fit = names or tuple(one for one in own_addresses() if one in addresses)
    if not fit:
        others = ", ".join(name for kind, name in made_out if kind in ("DNS", "IP Address"))
        raise Unfit(say("command.tls-elsewhere", names=others) if others else say("command.tls-nameless"))
    return fit


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


def _wrong_with_files(certificate: Path, key: Path) -> str:
    """Say what keeps the two from being read; nothing where they hold what they should. Waits for no pipe."""
    held = {}
    for file in (certificate, key):
        try:
            with opened(file) as found:
                held[file] = found.read(_MOST)
        except NotPlainError:
            return say("command.tls-not-plain", file=file.name)
        except OSError as problem:
            why = problem.strerror or type(problem).__name__
            return say("command.tls-unread", file=file.name, why=why)
    if b"BEGIN CERTIFICATE" not in held[certificate]:
        return say("command.tls-no-certificate", file=certificate.name)
    if b"PRIVATE KEY" not in held[key]:
        return say("command.tls-no-key", file=key.name)
    # the TLS library would ask for the password on the wall
    return say("command.tls-password") if b"ENCRYPTED" in held[key] else ""


def _reason_said(reason: str) -> str:
    """Say in words what the TLS library gives as a name in capitals."""
    return say(_REASONS.get(reason, "command.tls-unknown"), reason=reason.replace("_", " ").lower())
