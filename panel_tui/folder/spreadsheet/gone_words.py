"""The words by which a row, a heading or a sheet says that it is not to be decided: withdrawn, not sent, a test."""

from __future__ import annotations

import re

_GONE = (
    r"withdrawn|withdrew|withdrawal|withdraw|cancell?ed|ineligible|not[ -]eligible|duplicate|draft|incomplete|void|"
    r"spam|test|on hold|do not (?:use|fund|score)|not (?:yet )?(?:submitted|started|complete|completed|sent)|"
    r"unsubmitted|unfinished|abandoned|expired|lapsed|superseded|deleted|archived|out of scope|"
    r"zurückgezogen|entwurf|retirée?|brouillon|wycofan[ya]|robocz[ya]|ingetrokken|tynnwyd yn ôl|"
    r"tilbaketrukket|ritirat[oa]|retirad[oa]|borrador|anulad[oa]"
)
_SIFTED = r"rejected|declined|refused|unsuccessful|removed|closed|failed"
_GONE_STATUS = re.compile(rf"(?:{_GONE})\b.*", re.I)
_SIFTED_STATUS = re.compile(rf"(?:{_SIFTED})\b.*", re.I)
_UNSENT = re.compile(r"(?:in progress|started|saved|opened|open|begun|editing|pending submission)\b.*", re.I)
_SENT = re.compile(r"(?:submitted|complete[d]?|received|sent|final(?:ised)?|finished)\b.*", re.I)
_GONE_TITLE = re.compile(
    r"(?:.*[(\[*–—:-]\s*)(?:withdrawn|withdrew|cancell?ed|ineligible|not eligible|duplicate)\b.*|"
    r"(?:withdrawn|cancell?ed|ineligible|duplicate)\b\s*[:–—-].*|"
    r".*[(\[](?:draft|test)[)\]].*|"
    r"test(?:ing)?(?:[ -]?(?:test|\d+|application|entry|submission|record|row|form|project|bid|only))*|"
    r"(?:test|dummy)\b.*\b(?:ignore|delete)\b.*|.*\bplease (?:ignore|delete)\b.*|dummy(?: .*)?|asdf\w*",
    re.I,
)
_SECTION = re.compile(
    rf"(?:(?:applications?|bids?|projects?|those) )?(?:that (?:are|were|have been) )?(?:{_GONE}|{_SIFTED}|late)"
    r"(?: (?:applications?|bids?|projects?|entries|requests?|ones|before the panel|at sift|by (?:the )?applicants?))*"
    r"(?: \(?\d+\)?)?",
    re.I,
)
_REMARKED = re.compile(
    r"(?:(?:the |this )?(?:applicant|group|organi[sz]ation|application)s? )?(?:has |have |was |is |been |now )*"
    r"(?:withdrawn|withdrew|cancell?ed|ineligible|not eligible|(?:a )?duplicate of)\b.*",
    re.I,
)
_REMARKS = re.compile(r"\b(?:notes?|comments?|remarks?|bemerkung(?:en)?|remarques?|uwagi|nodiadau)\b", re.I)
_ABOUT_GONE = re.compile(
    r"withdrawn|withdrew|duplicate|\btest\b|draft|ineligible|cancell?ed|deleted|archived", re.I
)
_NOT = frozenset({"no", "n", "false", "nein", "non", "nie", "0"})
_YES = frozenset(
    {"yes", "y", "true", "x", "1", "ja", "oui", "sí", "tak", "ie", "wahr", "☑", "☒", "✓", "✔", "✅"}
)


def is_gone(words: str, column: str, *, some_sent: bool = False) -> bool:
    """Whether a status says that this is not to be decided; `column` is the title it stands under.

    `some_sent` where others in the column are said to be sent in: then what is in progress is not.
    """
    about = column.casefold()
    if "eligib" in about and "ineligib" not in about and words.casefold() in _NOT:
        return True
    if _ABOUT_GONE.search(about) and words.casefold().strip("\ufe0f") in _YES:
        return True
    if some_sent and _UNSENT.fullmatch(words):
        return True
    sifted = not any(word in about for word in ("outcome", "decision"))
    return bool(_GONE_STATUS.fullmatch(words) or (sifted and _SIFTED_STATUS.fullmatch(words)))


def is_sent(words: str) -> bool:
    """Whether a status says that the application was sent in."""
    return bool(_SENT.fullmatch(words))


def says_gone(title: str) -> bool:
    """Whether a title itself says so, such as `Bike shed (withdrawn)` or `TEST - please ignore`."""
    return bool(_GONE_TITLE.fullmatch(title))


def is_gone_section(words: str) -> bool:
    """Whether a heading, or the name of a sheet, says it of all below it, such as `Withdrawn applications`."""
    return bool(_SECTION.fullmatch(words.strip(" :*-–—")))


def holds_remarks(column: str) -> bool:
    """Whether a column's title says that staff wrote remarks there."""
    return len(column) <= 40 and bool(_REMARKS.search(column))


def is_remarked(words: str) -> bool:
    """Whether a remark begins by saying so, such as `Withdrawn by the applicant on 3 November`."""
    return bool(_REMARKED.fullmatch(words))
