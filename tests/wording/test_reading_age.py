"""What people in the room read can be read by a child of about eleven."""

from __future__ import annotations

import pytest

from sessions.wording import english
from tests.wording.reading import grade, sentences, syllables

ROOM = (
    "views",
    "wall",
    "phone",
    "easy",
    "paper",
    "refusals",
    "record",
    "exports",
    "letters",
    "ready",
    "opening",
    "changes",
    "invite",
    "learn",
    "workshops",
)
OLDEST = 12 - 5  # a reading age of twelve, as a school grade
# Hard by the formula, which only counts: every word in them is one people use.
PLAIN_ALL_THE_SAME = {
    "record.locked",
    "refusals.doors-shut",
    "exports.story.rule.rounds-one",
    "views.notice.welcome",
    "ready.help.hotspot-mac",  # these two are names on a screen, to be found there
    "ready.help.hotspot-windows",
}


def texts(catalogue: str) -> dict[str, str]:
    # a label of three words is no sentence, and would only make the rest look easier
    return {
        key: words
        for key, words in english().items()
        if key.startswith(f"{catalogue}.") and len(words.split()) > 3
    }


@pytest.mark.parametrize("catalogue", ROOM)
def test_a_catalogue_can_be_read_at_twelve(catalogue):
    found = grade(texts(catalogue).values())
    print(f"{catalogue}: reading age {found + 5:.1f}")
    assert found <= OLDEST


def test_the_hardest_tenth_of_all_sentences_can_be_read_at_twelve():
    said = [
        " ".join(words)
        for catalogue in ROOM
        for text in texts(catalogue).values()
        for words in sentences(text)
    ]
    hardest = sorted(said, key=lambda one: grade([one]))[-len(said) // 10 :]
    print(f"the hardest {len(hardest)} of {len(said)} sentences: reading age {grade(hardest) + 5:.1f}")
    assert grade(hardest) <= OLDEST


@pytest.mark.parametrize("catalogue", ROOM)
def test_no_sentence_is_long_or_hard(catalogue):
    hard = {
        key: " ".join(words)
        for key, text in texts(catalogue).items()
        for words in sentences(text)
        if len(words) > 22 or (len(words) > 5 and grade([" ".join(words)]) > 8)
    }
    assert {key: words for key, words in hard.items() if key not in PLAIN_ALL_THE_SAME} == {}


@pytest.mark.parametrize(
    ("word", "count"),
    [("use", 1), ("used", 1), ("people", 2), ("table", 2), ("wanted", 2), ("ballot", 2), ("facilitator", 5)],
)
def test_syllables_are_counted_as_they_are_spoken(word, count):
    assert syllables(word) == count


def test_the_formula_tells_plain_words_from_official_ones():
    plain = "You can change it until we close together."
    official = (
        "Modifications to your evaluation remain permissible until termination of the assessment period."
    )
    assert grade([plain]) < 5 < 15 < grade([official])
