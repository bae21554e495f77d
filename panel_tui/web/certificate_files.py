"""What is wrong with the files a certificate and its key were said to be in, in words for whoever named them."""

from __future__ import annotations

from pathlib import Path

from panel_tui.system.plain_files import NotPlainError, opened
from sessions.wording import say

_MOST = 1_000_000  # bytes; a chain of certificates is a few thousand
_REASONS = {
    "KEY_VALUES_MISMATCH": "command.tls-other-key",
    "EE_KEY_TOO_SMALL": "command.tls-short-key",
    "CA_KEY_TOO_SMALL": "command.tls-short-key",
}


def wrong_with_files(certificate: Path, key: Path) -> str:
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


def reason_said(reason: str) -> str:
    """Say in words what the TLS library gives as a name in capitals."""
    return say(_REASONS.get(reason, "command.tls-unknown"), reason=reason.replace("_", " ").lower())
