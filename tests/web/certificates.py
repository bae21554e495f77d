"""Certificates made on the spot with openssl, for tests of the encrypted pages."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from panel_tui.web import Certificate


def make_certificate(
    folder: Path, *, names: str = "DNS:panel.example,IP:127.0.0.1", password: str = ""
) -> Certificate:
    """Make a key and sign its own certificate for these names."""
    openssl = shutil.which("openssl")
    assert openssl, "openssl is needed; on Debian: apt-get install openssl"
    folder.mkdir(exist_ok=True)
    made = Certificate(folder / "panel.pem", folder / "panel.key")
    secret = ["-passout", f"pass:{password}"] if password else ["-noenc"]
    subprocess.run(
        [
            *(openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"),
            *("-days", "2", "-subj", "/CN=panel.example", "-addext", f"subjectAltName={names}"),
            *("-keyout", str(made.key), "-out", str(made.certificate), *secret),
        ],
        check=True,
        capture_output=True,
    )
    return made


def make_out_of_date(made: Certificate) -> None:
    """Sign a certificate anew, so that it ended yesterday."""
    subprocess.run(
        [
            *("openssl", "x509", "-in", str(made.certificate), "-signkey", str(made.key)),
            *("-days", "-1", "-out", str(made.certificate)),
        ],
        check=True,
        capture_output=True,
    )
