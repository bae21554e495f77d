"""Whatever was decided, each amount is the same on the wall, in the CSV, the workbook, the record and the letter."""

from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sessions import events as e
from sessions.evolve import evolve
from sessions.model.decisions import Decision, Verdict
from sessions.model.phases import Phase
from sessions.model.text import money
from sessions.results.budget import total
from sessions.views.record import story
from tests.exports.days import MORNING, Day, everyone, panel, table
from tests.exports.made import book, made_of, page, tables

PENNIES = st.integers(1, 40_000).map(lambda n: Decimal(n) / 100)
DECISIONS = st.one_of(
    PENNIES.map(lambda amount: Decision(Verdict.PART, amount)),
    st.sampled_from([Decision(Verdict.RESERVE), Decision(Verdict.NOT_NOW)]),
)


def decided(decisions) -> Day:
    """Confirm a list of these decisions, each on an application that everybody scored."""
    day = Day(panel(applications=len(decisions), criteria=1))
    for one in day.state.model.applications:
        day.score(one.ref, everyone(6, c1=4)).reveal(one.ref)
    day.until(Phase.DECISION, ref=day.state.model.applications[-1].ref)
    listed = dict(zip((one.ref for one in day.state.model.applications), decisions, strict=True))
    stamped = e.Stamped(MORNING.replace(hour=15), e.ListConfirmed(listed))
    day.history.append(stamped)
    day.state = evolve(day.state, stamped)
    return day


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(DECISIONS, min_size=2, max_size=3))
def test_every_amount_is_the_same_wherever_it_stands(decisions):
    day = decided(decisions)
    given_ = {one.ref: d.amount for one, d in zip(day.state.model.applications, decisions, strict=True)}
    whole, currency = sum(given_.values(), Decimal(0)), day.state.model.currency
    csv = {row["application"]: Decimal(row["amount"] or 0) for row in tables(day)["results.csv"]}
    titles, *rows = book(day)["Results"].iter_rows(values_only=True)
    sheet = {row[0]: Decimal(str(row[titles.index("amount")] or 0)) for row in rows if row[0] in given_}
    letters = {row["application"]: row for row in table(made_of("letters", day)["letters.csv"])}
    record = page(day)

    assert csv == sheet == given_
    assert total(day.state.plan.decisions) == whole
    assert story(day.state).result.total == story(day.state).ranked.total
    assert f"We gave {money(whole, currency)} of" in record
    for ref, amount in given_.items():
        assert Decimal(letters[ref]["amount"]) == amount
        if amount:
            assert money(amount, currency) in record
            assert money(amount, currency) in letters[ref]["body"]
