"""What finance needs to pay a confirmed list: to whom, how much, under which conditions, and from which money."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from panel_tui.exports.material import Material


class PaymentRow(Struct, frozen=True):
    """One payment to be made; whom to write to is from the applicants' own sheet, and in no record."""

    payee: str
    their_ref: str
    application: str
    title: str
    amount: Decimal
    conditions: str
    paid_from: str
    contact: str
    email: str
    phone: str
    address: str


def payments(material: Material) -> tuple[PaymentRow, ...]:
    """Return one row a funded application, in the order of the list; none in public, or before it is confirmed."""
    if material.public or not material.state.confirmed:
        return ()
    strands = {one.key: one.title for one in material.state.model.strands}
    organisations = {one.ref: one.organisation for one in material.state.model.applications}
    rows = []
    for one in material.account.budget:
        if not one.amount:
            continue
        to = material.beside.addressee(one.application)
        rows.append(
            PaymentRow(
                payee=organisations[one.application],
                their_ref=to.their_ref,
                application=one.application,
                title=one.title,
                amount=one.amount,
                conditions=one.conditions,
                paid_from=strands.get(one.paid_from, one.paid_from),
                contact=to.contact,
                email=to.email,
                phone=to.phone,
                address="\n".join(to.address),
            )
        )
    return tuple(rows)
