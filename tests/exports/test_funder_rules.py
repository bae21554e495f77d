"""Why we went against a rule of the funder's stands wherever the reasons of a decision stand."""

from __future__ import annotations

from decimal import Decimal

from sessions.audit import audit
from sessions.model.decisions import Verdict
from sessions.model.funder_rule import FunderRule
from sessions.model.phases import Phase
from tests.exports.days import YES, Day, everyone, panel
from tests.exports.made import book, page, session, tables

RULE = "No award is above £900."
WHY = "It is one kitchen, and half of it is no use"


def a_day() -> Day:
    day = Day(panel(funder_rules=(FunderRule(RULE, max_award=Decimal(900)),)))
    day.score("A01", everyone(6, c1=5, c2=5)).reveal("A01").ballot("A01", YES)
    day.until(Phase.DECISION, ref="A01").decide("A01", Verdict.FUND, reasons="It feeds forty.", against=WHY)
    day.score("A02", everyone(6, c1=2, c2=2)).reveal("A02").ballot("A02", YES)
    return day.end()


def test_it_stands_in_the_readable_record_with_the_rules_own_words():
    told = page(a_day())
    assert RULE in told
    assert WHY in told
    assert told.index("It feeds forty.") < told.index("why we went on") < told.rindex(WHY)


def test_it_stands_in_results_interventions_session_json_and_the_workbook():
    day = a_day()
    rows = tables(day)
    first, other = rows["results.csv"]
    assert (
        first["against_rules"]
        == f"“Title 1” would get more than £900. The funder's rule: {RULE} We went on because: {WHY}"
    )
    assert other["against_rules"] == ""
    acts = [row for row in rows["interventions.csv"] if row["what"] == "against-rule"]
    assert [(row["application"], row["why"]) for row in acts] == [("A01", WHY)]
    told = session(day)
    assert told["session"]["funder_rules"] == [{"rule": RULE, "max_award": 900, "per_organisation": None}]
    assert WHY in told["decisions"][0]["against_rules"][0]
    words = [[cell.value for cell in row] for row in book(day)["Reasons"]]
    assert any("against-rules" in row and WHY in str(row) for row in words)
    assert audit(day.history) is None


def test_in_public_it_stands_too_as_the_reasons_do():
    day = a_day()
    assert WHY in tables(day, public=True)["results.csv"][0]["against_rules"]
    assert WHY in page(day, public=True)


def test_a_decision_that_is_within_the_rules_again_says_nothing():
    day = Day(panel(funder_rules=(FunderRule(RULE, max_award=Decimal(900)),)))
    day.score("A01", everyone(6, c1=5, c2=5)).reveal("A01").ballot("A01", YES)
    day.until(Phase.DECISION, ref="A01").decide("A01", Verdict.FUND, against=WHY)
    day.decide("A01", Verdict.PART, amount=Decimal(800))
    day.score("A02", everyone(6, c1=2, c2=2)).reveal("A02").ballot("A02", YES)
    assert tables(day.end())["results.csv"][0]["against_rules"] == ""
