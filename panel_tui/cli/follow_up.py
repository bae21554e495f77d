"""The command `after`: what became of each decision, asked or given by options, and a page for members."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from panel_tui.cli.before import FOLDER, existing
from panel_tui.cli.output import can_ask, tell
from panel_tui.system.clock import Clock
from panel_tui.system.errors import Unable
from sessions.model.follow_up import OfferAnswer
from sessions.wording import say, say_many

if TYPE_CHECKING:
    from panel_tui.offline.follow_up import AfterBook, ClosedDay


@click.command(name="after", help=say("became.help"))
@FOLDER
@click.option("--ref", default="", metavar="REF", help=say("became.help-ref"))
@click.option(
    "--offer",
    type=click.Choice([one.value for one in OfferAnswer], case_sensitive=False),
    help=say("became.help-offer"),
)
@click.option("--amount", default="", metavar="MONEY", help=say("became.help-amount"))
@click.option("--paid", default="", metavar="DAY", help=say("became.help-paid"))
@click.option("--by", default="", metavar="WHO", help=say("became.help-by"))
@click.option("--why", default="", metavar="WORDS", help=say("became.help-why"))
@click.option(
    "--from", "source", type=click.Path(path_type=Path), metavar="FILE", help=say("became.help-from")
)
@click.option("--to", type=click.Path(path_type=Path), metavar="DIR", help=say("became.help-to"))
def after(
    folder: Path,
    ref: str,
    offer: str | None,
    amount: str,
    paid: str,
    by: str,
    why: str,
    source: Path | None,
    to: Path | None,
) -> None:
    """Record what is given, or ask for it; then make the page where that was asked for."""
    from panel_tui.exports.material import in_the_sessions_words
    from panel_tui.offline.follow_up import after_book, closed_day

    given = {"ref": ref, "offer": offer or "", "amount": amount, "paid": paid, "by": by, "why": why}
    if source is not None and any(given.values()):
        raise click.UsageError(say("became.one-way"))
    if any(given.values()) and not ref:
        raise click.UsageError(say("became.ref-alone"))
    asks = not ref and source is None and to is None
    if asks and not can_ask():
        raise click.UsageError(say("became.needs-ref"))
    one = closed_day(existing(folder))
    with in_the_sessions_words(one.day.state.model):
        if one.day.state.rehearsal:
            tell(say("exports.story.rehearsal"))
        if asks or ref or source is not None:
            with after_book(one) as book:
                if book.kept is not None:
                    tell(say("became.cut", kept=book.kept.name))
                if asks:
                    from panel_tui.cli.follow_up_asked import ask_each

                    ask_each(book)
                else:
                    _record(book, given, source)
        _told(one, to)


def _record(book: AfterBook, given: dict[str, str], source: Path | None) -> None:
    from panel_tui.offline.follow_up_rows import entries_in, entry_of
    from sessions.views.follow_up import became_in_one_line

    now, day = Clock().now(), book.one.day
    if source is not None:
        entries = entries_in(source, now, day, book.told)
        book.add(entries)
        tell(say_many("became.kept-many", len({entry.application for entry in entries})))
        return
    entry = entry_of(given, now, day)
    book.add([entry])
    words = became_in_one_line(day, book.told[entry.application])
    tell(say("became.kept", title=day.state.model.called(entry.application), words=words))


def _told(one: ClosedDay, to: Path | None) -> None:
    """Say how far it is, and make the page where it is wanted. Raises Unable."""
    from panel_tui.exports.material import File
    from panel_tui.exports.placing import place
    from panel_tui.offline.follow_up import after_told
    from screens.paper.press import as_page
    from sessions.views.follow_up import after_sums, became_page

    told = after_told(one).told
    sums = after_sums(one.day, told)
    if to is None:
        tell(say_many("became.so-far", sums.awards, heard=sums.heard_of))
        if sums.besides:
            tell(say_many("became.besides", sums.besides))
        tell(say("became.next"))
        return
    if one.folder.resolve() == to.resolve():
        raise Unable(say("became.inside"))
    page = as_page(became_page(one.day, told, Clock().now().date())).encode()
    names = place([File(PAGE, [page])], to)
    tell(say("became.made", folder=to.name or str(to), names=", ".join(names)))


PAGE = "what-became-of-it.html"
