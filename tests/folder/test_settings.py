"""session.toml: what is agreed comes in, and every slip is named by its line, all at once."""

import datetime as dt
from decimal import Decimal

import pytest

from panel_tui.folder import read_session
from sessions.model.session import Joining, OpenData, Rule, Scale, Strand, Wifi

WHOLE = """\
title    = "Connecting Neighbours, second round"
date     = 2026-12-03
place    = "Holbeck"
currency = "GBP"
pot      = 1_700_000
seats    = 12
joining  = "open"
start    = 09:30:00
quorum   = 8
language = "en"
order    = "listed"

[scale]
low   = 0
high  = 2
best  = "high"
words = ["No", "Partly", "Yes"]

[wifi]
name     = "PanelRoom"
password = "a b#c"

[[criterion]]
key      = "reach"
question = "Will this reach older people who feel cut off?"
weight   = 2.5
counted  = true

[[criterion]]
key      = "risk"
question = "How risky is it?"
counted  = false
low      = 1
high     = 9
best     = "low"

[consensus]
question = "Shall we?"
options  = ["No", "Maybe", "Yes"]
rule     = "no-objections"
rounds   = 2

[ties]
order = ["criterion:reach", "ballot"]

[[strand]]
key = "small"
title = "Small groups"
pot = 200_000
awards = 4

[open_data]
funder_id = "GB-CHC-1"
prefix    = "360G-x"

[[member]]
label = "By the window"
conflicts = ["A02"]
"""


def said(reading) -> list[str]:
    return [str(fault) for fault in reading.faults]


def test_every_key_of_the_contract_is_read(make_folder):
    reading = read_session(make_folder(WHOLE))
    session = reading.session

    assert reading.faults == ()
    assert session is not None
    assert (session.title, session.date, session.place) == (
        "Connecting Neighbours, second round",
        dt.date(2026, 12, 3),
        "Holbeck",
    )
    assert (session.pot, session.start, session.quorum) == (Decimal(1_700_000), dt.time(9, 30), 8)
    assert session.joining is Joining.OPEN
    assert session.scale == Scale(low=0, high=2, words=("No", "Partly", "Yes"))
    assert session.wifi == Wifi("PanelRoom", "a b#c")
    reach, risk = session.criteria
    assert (reach.weight, reach.counted, reach.scale) == (Decimal("2.5"), True, session.scale)
    assert (risk.weight, risk.counted, risk.scale) == (1, False, Scale(low=1, high=9, best="low", words=()))
    assert session.consensus.rule is Rule.NO_OBJECTIONS
    assert (session.consensus.options, session.consensus.rounds) == (("No", "Maybe", "Yes"), 2)
    assert session.ties == ("criterion:reach", "ballot")
    assert session.strands == (Strand("small", "Small groups", Decimal(200_000), 4),)
    assert session.open_data == OpenData("GB-CHC-1", "360G-x")
    assert len(session.members) == 12
    assert (session.members[0].label, session.members[0].conflicts) == ("By the window", ("A02",))
    assert [member.seat for member in session.members] == list(range(1, 13))


def test_what_is_left_out_has_the_default_of_the_contract(make_folder):
    session = read_session(make_folder()).session

    assert session is not None
    assert (session.currency, session.joining, session.language) == ("GBP", Joining.CARDS, "en")
    assert (session.start, session.order, session.scale) == (dt.time(10), "listed", Scale())
    assert session.ties == ("fewer-low-scores", "smaller-ask")
    assert (session.consensus.rule, session.consensus.rounds) == (Rule.THREE_QUARTERS, 3)


def test_every_fault_is_told_at_once_with_its_line(make_folder):
    reading = read_session(
        make_folder(
            """\
# agreed on Tuesday
tilte = "Neighbours"
pot = "£20,000"
seats = 7

[scale]
low = 1
high = 5
words = [
  "One",   # too few
  "Two",
]

[[criterion]]
key = "reach"
question = "Reach?"

[[criterion]]
key = "reach"
question = 5
weight = 0

[ties]
order = ["criterion:raech"]

[[member]]
conflicts = ["A30"]
""",
            "title,asked\nLunches,12500\nTea,lots\n",
        )
    )

    assert reading.session is None
    assert {(fault.file, fault.line, fault.kind) for fault in reading.faults} == {
        ("session.toml", None, "missing-key"),
        ("session.toml", 2, "unknown-key"),
        ("session.toml", 3, "wrong-type"),
        ("session.toml", 9, "words-do-not-fit"),
        ("session.toml", 19, "twice"),
        ("session.toml", 20, "wrong-type"),
        ("session.toml", 21, "out-of-range"),
        ("session.toml", 24, "unknown-word"),
        ("session.toml", 27, "unknown-ref"),
        ("applications.csv", 3, "amount-words"),
    }
    assert "session.toml, line 2: There is no setting called “tilte”. Did you mean “title”?" in said(reading)
    assert any("pot = 12500" in sentence for sentence in said(reading))


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("start = 10:00", "Write start = 10:00:00"),
        ("pot = £20,000", "currency sign"),
        ("place = Holbeck", "quotation marks"),
        ('place = "Holbeck', "at one end only"),
        ('title = "Again"', "second time"),
    ],
)
def test_a_line_that_is_no_toml_says_what_it_wants(make_folder, good_toml, line, part):
    (fault,) = read_session(
        make_folder('title = "Day"\n' + line + "\n" + good_toml.partition("\n")[2])
    ).faults

    assert fault.line == 2
    assert part in str(fault)


def test_a_broken_setting_does_not_hide_a_broken_spreadsheet(make_folder):
    reading = read_session(make_folder("title = ", "title,asked\nTea,-4\n"))

    assert [fault.file for fault in reading.faults] == ["session.toml", "applications.csv"]


@pytest.mark.parametrize(
    ("setting", "kind"),
    [
        ("seats = true", "wrong-type"),
        ("seats = 0", "out-of-range"),
        ("seats = 999999999999999999999", "out-of-range"),
        ("pot = -1", "key-amount-negative"),
        ("pot = nan", "key-amount-huge"),
        ("pot = 1e999999999999999999999", "key-amount-huge"),
        ("pot = 0", "key-amount-nought"),
        ("quorum = 8", "quorum-over-seats"),
        ('joining = "card"', "unknown-word"),
        ('currency = "pounds"', "not-like"),
        ("date = 2026-12-03T10:00:00", "wrong-type"),
        ('date = "3 December"', "wrong-type"),
        ('order = ["listed"]', "wrong-type"),
        ("seed = -1", "out-of-range"),
        ("scale = 5", "wrong-type"),
        ("scale = {low = 5, high = 1}", "bad-scale"),
        ("scale = {low = 0, high = 200}", "bad-scale"),
        ('consensus = {options = ["Yes"]}', "options-count"),
        ('consensus = {options = ["Yes", "yes"]}', "options-twice"),
        ('consensus = {rule = "two-thirds"}', "unknown-word-bare"),
        ('ties = {order = ["ballot", "ballot"]}', "twice"),
        ('wifi = {password = "x"}', "missing-key"),
        ('wifi = {name = "Room  2"}', "wifi-changed"),
        ('strand = [{key = "Big Ones", pot = 5}]', "not-a-slug"),
        ('strand = [{key = "a", pot = 15_000}, {key = "b", pot = 15_000}]', "strands-over-pot"),
        ('member = [{conflict = ["A01"]}]', "unknown-key"),
        ('step = [{kind = "lunch"}]', "unknown-word-bare"),
        ('step = [{kind = "break", minutes = 0}]', "out-of-range"),
        ('step = [{kind = "break", ref = "A01"}]', "ref-without-application"),
        ('step = [{kind = "application"}]', "application-without-ref"),
        ('step = [{kind = "application", ref = "A0l"}]', "unknown-ref"),
        ('step = [{kind = "applications"}, {kind = "applications"}]', "applications-twice"),
    ],
)
def test_a_setting_that_cannot_be_is_refused_on_its_line(make_folder, good_toml, setting, kind):
    key = setting.partition(" ")[0]
    others = "".join(line + "\n" for line in good_toml.splitlines() if not line.startswith(f"{key} ="))

    reading = read_session(make_folder(f"# first\n{setting}\n{others}"))

    assert [(fault.line, fault.kind) for fault in reading.faults] == [(2, kind)]
    assert str(reading.faults[0]).startswith("session.toml, line 2: ")


@pytest.mark.parametrize(
    ("gone", "kind"),
    [
        ("title", "missing-key"),
        ("pot", "missing-key"),
        ("seats", "no-seats"),
        ("[[criterion]]", "no-criterion"),
    ],
)
def test_what_is_needed_is_missed_by_name(make_folder, good_toml, gone, kind):
    lines = good_toml.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith(gone))
    kept = lines[:at] if gone.startswith("[") else lines[:at] + lines[at + 1 :]

    assert [fault.kind for fault in read_session(make_folder("\n".join(kept))).faults] == [kind]


def test_members_alone_are_seats_enough(make_folder, good_toml):
    toml = good_toml.replace("seats = 7\n", "") + '[[member]]\nlabel = "Ada"\n[[member]]\n'

    session = read_session(make_folder(toml)).session

    assert session is not None
    assert [(member.seat, member.label) for member in session.members] == [(1, "Ada"), (2, "")]


def test_usual_words_stand_where_there_are_five_points_and_numbers_elsewhere(make_folder, good_toml):
    toml = good_toml + 'low = 0\nhigh = 4\n[[criterion]]\nkey = "b"\nquestion = "B?"\nhigh = 9\n'

    session = read_session(make_folder(toml)).session

    assert session is not None
    assert session.criteria[0].scale.words == Scale().words
    assert session.criteria[1].scale.words == ()


def test_one_is_best_with_the_usual_words_is_pointed_out(make_folder, good_toml):
    reading = read_session(make_folder(good_toml + '[scale]\nbest = "low"\n'))

    assert [warning.kind for warning in reading.warnings] == ["words-and-best"]


def test_outside_text_is_cleaned_on_its_way_in(make_folder, good_toml):
    toml = good_toml.replace("Connecting Neighbours", "\\u001b[31mNeigh\\u202ebours\\n[/]")

    session = read_session(make_folder(toml)).session

    assert session is not None
    assert session.title == "[31mNeighbours [/]"


def test_brackets_without_end_are_refused_in_plain_words(make_folder):
    reading = read_session(make_folder("x = " + "[" * 100_000))

    assert [fault.kind for fault in reading.faults] == ["toml-too-deep"]


def test_a_huge_settings_file_is_refused(make_folder):
    assert [f.kind for f in read_session(make_folder("#" * 300_000)).faults] == ["too-big"]


def test_an_old_encoding_is_named_by_line(make_folder):
    folder = make_folder()
    (folder / "session.toml").write_bytes(b'title = "Day"\nplace = "Caf\xe9"\n')

    assert [(f.line, f.kind) for f in read_session(folder).faults] == [(2, "toml-not-utf8")]


@pytest.mark.parametrize("digits", ["9" * 5_000, "1" + "_000" * 1_500])
def test_a_number_too_long_to_be_read_is_named_on_its_own_line(make_folder, good_toml, digits):
    """The reader says no place of it, and the last line was blamed."""
    (fault,) = read_session(make_folder(good_toml.replace("20_000", digits))).faults
    assert fault.line == 2
    assert "pot" in str(fault)
    assert "question" not in str(fault)
