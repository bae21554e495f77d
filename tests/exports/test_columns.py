"""The CSVs as `panel_tui/exports/README.md` names them, column for column."""

import codecs
import re
from pathlib import Path

import pytest

import panel_tui.exports
from sessions import commands as c
from sessions.model.answers import score
from tests.exports.days import Day, everyone, panel, table, whole_day
from tests.exports.made import made_of, raw, session, tables

COLUMNS = {
    "scores.csv": "application,member,criterion,answer,value,source,helped,corrected",
    "results.csv": "application,title,organisation,strand,asked,least,score,median,lowest,highest,scored_by,split,"
    "disagreement_index,rank,tie_break,fitted_rank,outcome,decision,amount,conditions,reasons,paid_from,"
    "score_now,score_before,against_rules",
    "criteria.csv": "application,criterion,mean,median,lowest,highest,answered,cant_say,split",
    "rounds.csv": "application,round,option,count,eligible,cast,outcome,rule,void",
    "conflicts.csv": "application,member,declared,stepped_out,came_back,taken_back",
    "timings.csv": "step,phase,planned_minutes,started,ended",
    "interventions.csv": "when,what,application,why,was,now",
    "questions.csv": "number,question,answer,first,count,eligible,cast,told,void",
    "felt.csv": "question,words,moment,band,answer,count,cant_say",
}
KEYS = (
    "session criteria applications members scores results rounds reasons decisions conflicts timings interventions "
    "record head program"
)


@pytest.mark.parametrize("name", COLUMNS)
def test_a_csv_has_the_columns_of_the_readme_and_ends_its_lines_as_rfc_4180_says(name):
    written = raw(whole_day())[name]

    assert written.startswith(codecs.BOM_UTF8 + COLUMNS[name].encode() + b"\r\n")
    assert written.endswith(b"\r\n")


def told_by_the_readme():
    text = Path(panel_tui.exports.__file__).with_name("README.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| `([a-z]+\.(?:csv|json))` \| ([^|]+) \|$", text, re.M))


@pytest.mark.parametrize("name", COLUMNS)
def test_the_readme_names_every_column_and_no_other(name):
    header = raw(whole_day())[name].split(b"\r\n")[0].decode("utf-8-sig")

    assert told_by_the_readme()[name].split(", ") == header.split(",")


def test_the_readme_names_every_key_of_session_json_and_no_other():
    assert told_by_the_readme()["session.json"].split(", ") == list(session(whole_day()))


def test_the_readme_names_every_column_of_the_letters():
    [first, *_] = table(made_of("letters", whole_day())["letters.csv"])

    assert told_by_the_readme()["letters.csv"].split(", ") == list(first)


def test_session_json_has_the_keys_of_the_readme():
    told = session(whole_day())

    assert list(told) == KEYS.split()
    assert {"scale", "pot", "rule", "ties", "seed"} <= set(told["session"])
    for one in told["criteria"]:
        assert {"key", "question", "weight", "counted", "low", "high", "best"} <= set(one)


def test_answers_of_five_kinds_are_five_different_words():
    day = whole_day()
    rows = tables(day)["scores.csv"]

    found = {row["answer"] for row in rows}

    assert found == {"score", "cant-say", "stepping-out", "none"}
    assert {bool(row["value"]) for row in rows if row["answer"] == "score"} == {True}
    assert {row["value"] for row in rows if row["answer"] != "score"} == {""}


def test_a_corrected_score_says_yes_and_others_say_nothing():
    day = Day(panel()).score("A01", everyone(6, c1=4)).reveal("A01")
    day.do(c.Correct(1, "A01", "c1", score(2), "misread"))

    rows = tables(day)["scores.csv"]

    assert [row["corrected"] for row in rows if row["value"] == "2"] == ["yes"]
    assert {row["corrected"] for row in rows if row["value"] != "2"} == {""}


def test_results_hold_the_decision_with_its_money_conditions_and_reasons():
    first, second = tables(whole_day())["results.csv"]

    assert (first["outcome"], first["decision"], first["amount"]) == ("We agree: yes", "fund", "1000")
    assert (first["conditions"], first["reasons"]) == ("Start by May", "It reaches people.\nIt is fair.")
    assert (second["decision"], second["amount"]) == ("not this time", "0")


def test_a_phase_that_ran_has_its_place_in_the_timings():
    rows = tables(whole_day())["timings.csv"]

    assert ("A01", "score", "3") in {(row["step"], row["phase"], row["planned_minutes"]) for row in rows}
    assert all(row["started"] <= row["ended"] for row in rows)
