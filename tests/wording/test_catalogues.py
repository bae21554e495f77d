"""The catalogues agree with each other: the same keys, the same gaps, and no word we never say."""

from __future__ import annotations

import re

import pytest

from panel_tui.folder.languages import as_language, languages, read_catalogue, read_language
from panel_tui.folder.own_words import gaps
from sessions.wording import CATALOGUES, english
from tests.wording.renewing import LANGUAGES, messages, renewed, written

OTHERS = languages()[1:]
ROOM = ("views", "wall", "phone", "easy", "paper", "refusals", "record")  # what people in the room see
NEVER = re.compile(r"\b(?:invalid|errors?|submit\w*|session (?:has )?expired|expired)\b", re.IGNORECASE)
every_language = pytest.mark.parametrize("language", OTHERS)


def of(*catalogues: str) -> set[str]:
    return {key for key, words in english().items() if key.partition(".")[0] in catalogues and words}


def test_every_key_begins_with_its_catalogues_name():
    assert {key.partition(".")[0] for key in english()} == set(CATALOGUES)


def test_no_sentence_uses_a_word_we_never_say():
    assert {key: words for key, words in english().items() if NEVER.search(words)} == {}


def test_a_sentence_for_one_can_be_filled_in_as_the_one_for_many_is():
    said = english()
    for key, words in said.items():
        if key.endswith("-one") and (many := said.get(key.removesuffix("-one"))):
            assert gaps(words) <= gaps(many) | {"{n}"}, key


def test_what_a_shortlist_says_in_place_of_a_sentence_can_be_filled_in_as_that_one_is():
    said = english()
    instead = {key: words for key, words in said.items() if key.startswith("shortlist.")}
    assert instead
    for key, words in instead.items():
        usual = said[key.removeprefix("shortlist.")]
        assert gaps(words) <= gaps(usual) | ({"{title}"} if key == "shortlist.letters.thanks" else set()), key
        assert words != usual, key


@every_language
def test_a_sentence_has_the_same_gaps_in_every_language(language):
    known, said = read_language(language), english()
    assert known.sentences
    wrong = {
        key: words
        for key, words in known.sentences.items()
        if gaps(words) != gaps(said[key]) and not key.endswith("-one")
    }
    assert wrong == {}
    for key, forms in known.many.items():
        for words in forms:
            assert gaps(words) <= gaps(said[key]) | {"{n}"}, key


@every_language
def test_a_sentence_keeps_its_lines_in_every_language(language):
    said = english()
    for key, words in read_language(language).sentences.items():
        assert words.count("\n") == said[key].count("\n"), key


@every_language
def test_nearly_every_sentence_people_in_the_room_see_is_translated_as_the_english_is_now(language):
    known, keys = read_language(language).sentences, of(*ROOM)
    signs = {key for key in keys if not re.search(r"[a-z]{2}", re.sub(r"\{[^}]*\}", "", english()[key]))}
    missing = sorted(keys - signs - set(known))
    print(f"{language}: {len(missing)} of {len(keys)} to translate; run `python -m tests.wording`: {missing}")
    assert len(missing) <= 0.03 * len(keys)


@every_language
def test_the_readable_record_is_translated_too(language):
    missing = of("exports") - set(read_language(language).sentences)
    assert len(missing) <= 0.05 * len(of("exports")), sorted(missing)


@every_language
def test_quotation_marks_are_ours(language):
    for key, words in read_language(language).sentences.items():
        assert words.count("“") == words.count("”"), key
        assert "‘" not in words, key


def test_a_translation_of_older_english_is_kept_but_not_used(tmp_path):
    text = (LANGUAGES / "cy.po").read_text(encoding="utf-8")
    file = tmp_path / "cy.po"
    file.write_text(text.replace('msgid "Your score is in"', 'msgid "Your score is here"'), encoding="utf-8")
    assert "phone.received" not in as_language(read_catalogue(file)).sentences
    file.write_bytes(written(renewed(file)))
    now = file.read_text(encoding="utf-8")
    assert (
        '#| msgid "Your score is here"\nmsgctxt "phone.received"\nmsgid "Your score is in"\n'
        'msgstr "Mae eich sgôr i mewn"' in now
    )
    assert "phone.received" not in as_language(read_catalogue(file)).sentences
    assert as_language(read_catalogue(file)).draft


def test_bringing_a_catalogue_up_to_date_twice_changes_nothing_more(tmp_path):
    file = tmp_path / "cy.po"
    file.write_bytes(written(renewed(LANGUAGES / "cy.po")))
    assert written(renewed(file)) == file.read_bytes()
    notes = [
        path.read_text(encoding="utf-8").partition("#, fuzzy")[0] for path in (file, LANGUAGES / "cy.po")
    ]
    assert notes[0] == notes[1]


def test_what_a_stale_translation_was_made_from_is_kept_once_however_long(tmp_path):
    file = tmp_path / "cy.po"
    now = written(renewed(LANGUAGES / "cy.po")).decode()
    long = "Your score is in, " + "and it is safe on this laptop, " * 9 + "as “you” gave it"
    file.write_text(now.replace('msgid "Your score is in"', f'msgid "{long}"'), encoding="utf-8")
    renewals = []
    for _ in range(3):
        file.write_bytes(written(renewed(file)))
        renewals.append(file.read_text(encoding="utf-8"))
    assert renewals[0] == renewals[1] == renewals[2]
    assert "# |" not in renewals[-1]
    assert "as “you” gave it" in renewals[-1].partition('msgctxt "phone.received"')[0][-700:]


def test_what_is_new_is_added_for_somebody_to_translate(tmp_path):
    file = tmp_path / "cy.po"
    file.write_text(
        'msgid ""\nmsgstr ""\n"Language: cy\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n',
        encoding="utf-8",
    )
    after = renewed(file)
    assert {one.context for one in after if one.context} == set(messages())
    assert as_language(after).sentences == {}


def test_a_sentence_for_a_number_is_one_entry_with_its_forms():
    assert messages()["views.outcome.moved"] == ("At least 1 of us moved.", "At least {n} of us moved.")
    assert "views.outcome.moved-one" not in messages()
