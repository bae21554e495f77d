"""A sheet of seat cards: QR, code and Wi-Fi, to cut out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sessions.model import Session
from sessions.wording import say


def sheet(session: Session, cards: Sequence[tuple[int, str, str, str]], address: str) -> str:
    """Draw the cards, each `(seat, label, code, key)`, as one HTML page that prints on A4.

    `address` is where the laptop will be, `10.0.0.7:8765`; the wall's QR opens the same page should it differ.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    pages = Environment(
        loader=PackageLoader("screens.paper", "templates"), autoescape=True, undefined=StrictUndefined
    )
    drawn = [
        {
            "seat": seat,
            "label": label,
            "code": f"{code[: len(code) // 2]}-{code[len(code) // 2 :]}",
            "qr": _squares(f"HTTP://{address.upper()}/J/{key}"),
        }
        for seat, label, code, key in cards
    ]
    return pages.get_template("cards.html").render(session=session, cards=drawn, address=address, say=say)


def _squares(text: str) -> dict[str, Any]:
    """Give a QR as one SVG path of dark squares, with four light ones around."""
    import qrcode

    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=4)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return {"size": len(rows), "path": path}
