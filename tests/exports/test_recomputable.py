"""Whoever holds scores.csv and session.json, and knows the definitions, gets results.csv to the last digit."""

from decimal import Decimal
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from sessions import commands as c
from sessions.model.answers import score
from sessions.model.phases import Phase
from sessions.model.session import Application, Criterion, Scale, Standing
from tests.exports.days import CANT_SAY, NOT_APPLICABLE, Day, everyone, panel
from tests.exports.made import session, tables
from tests.exports.recompute import WORKED_OUT, Panel

SCALES = (
    Scale(),
    Scale(0, 10, words=()),
    Scale(1, 9, best="low", words=()),
    Scale(0, 40, best="low", words=()),
    Scale(1, 3, words=()),
)
BREAKERS = ("criterion:c1", "fewer-low-scores", "smaller-ask", "ballot")


def agreed(chance: Random):
    """Draw what was agreed: few points and few asks, so that ties are common."""
    criteria = tuple(
        Criterion(
            f"c{n}",
            f"Question {n}?",
            chance.choice(SCALES),
            Decimal(chance.choice(("1", "1", "2", "0.5", "0.1", "3.25"))),
            chance.random() < 0.8,
        )
        for n in range(1, chance.choice((1, 1, 2, 3)) + 1)
    )
    heard = tuple(
        Application(f"A{n:02d}", f"Title {n}", Decimal(chance.choice(("1000", "1000.50", "2000"))))
        for n in range(1, chance.choice((1, 3, 6, 8)) + 1)
    )
    return panel(
        seats=chance.choice((1, 4, 5, 6, 9)),
        criteria=criteria,
        applications=heard,
        scale=chance.choice(SCALES),
        ties=tuple(chance.sample(BREAKERS, chance.randint(0, 4))),
    )


def a_day(seed: int) -> Day:
    """Draw a day with many gaps: blanks, conflicts early and late, corrections, shown scores set aside."""
    chance = Random(seed)
    model, gaps = agreed(chance), chance.choice((0.05, 0.3, 0.7))
    seats, refs = range(1, len(model.members) + 1), [a.ref for a in model.applications]
    day = Day(model)
    for ref in refs[: chance.choice((len(refs), len(refs), chance.randint(0, len(refs))))]:
        if chance.random() < 0.3:
            day.do(c.StepOut(chance.choice(seats), ref))
        day.until(Phase.SCORE, ref=ref)
        for seat in day.state.scoring[ref].electorate:
            sheet = {one.key: _answer(chance, one) for one in model.criteria if chance.random() > gaps}
            if sheet:
                day.do(c.KeySlip(seat, ref, sheet, id=f"{ref}-{seat}"))
        day.reveal(ref)
        if chance.random() < 0.2:
            day.do(c.VoidReveal("shown too soon"))
            for seat in day.state.scoring[ref].voters[:: chance.choice((1, 2, 9))]:
                again = {one.key: _answer(chance, one) for one in model.criteria}
                day.do(c.KeySlip(seat, ref, again, id=f"{ref}-{seat}-again"))
            day.reveal(ref)
        for seat in day.state.scoring[ref].voters[:1]:
            if chance.random() < 0.2:
                day.do(c.StepOut(seat, ref))
            elif chance.random() < 0.2:
                one = chance.choice(model.criteria)
                day.do(c.Correct(seat, ref, one.key, _answer(chance, one), "misread"))
        day.until(Phase.DECISION, ref=ref)
        if chance.random() < 0.15 and len(day.state.model.applications) > 2:
            day.do(c.SetApplicationAside(ref, chance.choice(list(Standing)), "rule 4"))
    return day


def _answer(chance: Random, criterion: Criterion):
    if chance.random() < 0.15:
        return chance.choice((CANT_SAY, NOT_APPLICABLE))
    return score(chance.randint(criterion.scale.low, criterion.scale.high))


days = st.integers(0, 2**32).map(a_day)


@settings(max_examples=120, deadline=None)
@given(days)
def test_results_can_be_recomputed_from_the_scores_alone(day):
    made, told = tables(day), session(day)

    worked_out = Panel(made["scores.csv"], told).results()

    assert {row["application"]: {name: row[name] for name in WORKED_OUT} for row in made["results.csv"]} == (
        worked_out
    )


@settings(max_examples=25, deadline=None)
@given(days)
def test_there_is_one_row_for_each_revealed_application_member_and_criterion(day):
    model = day.state.model
    revealed = [a.ref for a in model.every_application if a.ref in day.state.scoring]

    rows = tables(day)["scores.csv"]

    cells = {(row["application"], row["member"], row["criterion"]) for row in rows}
    assert len(cells) == len(rows) == len(revealed) * len(day.state.taken) * len(model.criteria)
    assert {row["application"] for row in rows} == set(revealed)


@settings(max_examples=25, deadline=None)
@given(days)
def test_session_json_holds_the_same_rows_as_the_csvs(day):
    made, told = tables(day), session(day)

    for name in ("scores", "results", "rounds", "conflicts", "timings", "interventions"):
        written = [{key: _as_text(value) for key, value in row.items()} for row in told[name]]
        assert written == made[f"{name}.csv"]


def _as_text(value):
    if value is None or value is False:
        return ""
    return "yes" if value is True else str(value)


def test_scores_and_results_agree_about_someone_who_stepped_out_by_mistake_and_came_back():
    day = Day(panel()).until(Phase.SCORE, ref="A01").do(c.StepOut(6, "A01"))
    day.do(c.Undo(day.state.plan.position)).do(c.ComeBack(6, "A01", sure=True))
    day.score("A01", {**everyone(5, c1=1), 6: {"c1": 5}}).reveal("A01")

    made = tables(day)

    worked_out = Panel(made["scores.csv"], session(day)).results()
    assert made["results.csv"][0]["score"] == worked_out["A01"]["score"]
    assert made["results.csv"][0]["scored_by"] == worked_out["A01"]["scored_by"]
