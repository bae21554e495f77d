"""The words by which a row, a heading or a sheet says that it is not to be decided: withdrawn, not sent, a test."""

from __future__ import annotations

import re
from collections.abc import Sequence

_GONE = (
    r"withdrawn|withdrew|withdrawal|withdraw|w/d|cancell?ed|ineligible|not[ -]eligible|duplicate|draft|incomplete|void|"
    r"spam|test|on hold|do not (?:use|fund|score)|not (?:yet )?(?:submitted|started|complete|completed|sent)|"
    r"unsubmitted|unfinished|abandoned|expired|lapsed|superseded|deleted|archived|out of scope|"
    r"(?:does|do|did) not (?:meet|fit|qualify)|fails? (?:the )?(?:eligib|crit|sift|check)\w*|no longer|"
    r"zurückgezogen|entwurf|nicht förderfähig|unvollständig|doppelt|retirée?|brouillon|irrecevable|inéligible|"
    r"non[ -](?:recevable|éligible)|incomplète?|désist\w+|annulée?|doublon|wycofan[yae]|robocz[ya]|niekompletn[ya]|"
    r"ingetrokken|onvolledig|niet ontvankelijk|tynnwyd yn ôl|anghymwys|anghyflawn|drafft|"
    r"tilbaketrukket|trukket|ufullstendig|återkallad|ritirat[oa]|inammissibile|bozza|retirad[oa]|desistid[oa]|"
    r"inadmitid[oa]|não admitid[oa]|no admitid[oa]|non ammess[oa]|ikke berettiget|stažen[oa]|"
    r"borrador|anulad[oa]|renúncia|rascunho"
)
_SIFTED = (
    r"reject(?:ed|ion)?|decline[ds]?|refused?|unsuccessful|removed|closed|failed|deferred|"
    r"not (?:progress\w*|proceed\w*|taken forward|shortlisted|successful|invited|supported|for panel|going forward)|"
    r"abgelehnt|rejetée?|refusée?|odrzucon[ya]|odmowa|afgewezen|gwrthodwyd|denegad[oa]|rechazad[oa]|"
    r"respint[oa]|avslått|avslag|indeferid[oa]"
)
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
    r"(?:withdrawn|withdrew|cancell?ed|ineligible|not eligible|(?:a )?duplicate of)\b.*|"
    r"(?:zurückgezogen|retirée?|désist\w+|wycofan[yae]|ingetrokken|tynnwyd yn ôl|trukket|återkallad|ritirat[oa]|"
    r"retirad[oa]|desistid[oa])\b.*",
    re.I,
)
_REMARKS = re.compile(
    r"\b(?:notes?|comments?|remarks?|(?:be|an)merkung(?:en)?|remarques?|observations?|uwagi|nodiadau|sylwadau|"
    r"opmerking(?:en)?|observaciones|comentarios|osservazioni|anmärkning(?:ar)?|merknad(?:er)?|observações)\b",
    re.I,
)
# Whether it goes to the panel; only where others in the column do.
_FORWARD = re.compile(
    r"(?:(?:to|for|goes to|go to|going to|through to) (?:the )?panel|panel|include[ds]?|in scope|"
    r"(?:short|long)[ -]?list(?:ed)?|proceed\w*|progress(?:ed|es)?|(?:taken|taking|going|goes|go|put|carried) (?:it )?"
    r"forward|complete|submitted|valid|passed (?:the )?(?:sift|check\w*|triage)|invited)"
    r"(?: to (?:the )?(?:panel|full|interview|next (?:stage|round)))?",
    re.I,
)
# A column that is empty but for those that are gone: the day, the reason, or which other it repeats.
_WHEN_GONE = re.compile(
    r"(?:(?:date|day|reason|when|why)(?: for| of)? )?(?:it )?(?:withdrawn|withdrawal|deleted|cancell?ed|archived|"
    r"ineligible|ineligibility)(?: (?:on|at|date|reason|by|because))?|(?:duplicates?|copy|same as)(?: of)?"
    r"(?: (?:ref|application|row|no))?",
    re.I,
)
_LONGEST = 40  # characters of such a title
_SIFT = re.compile(
    r"eligib|\b(?:sift|triage|screening|shortlist\w*|stage|first (?:round|panel)|eoi|officer)\b.*"
    r"\b(?:outcome|decision|result)\b"
)
_EARLIER = re.compile(r"\b(?:previous\w*|last|earlier|past|prior|history|before|other|years?)\b")
_GOES_ON = re.compile(
    r"(?:to |for |go to |invite\w* to |progress\w* to |through to )?(?:the )?"
    r"(?:panel|committee|full application|interview)\b|"
    r"progress|proceed|shortlisted|invite|go(?:es|ing)? forward|through\b|pending|under review|to be decided",
    re.I,
)
_OF_MONEY = re.compile(r"cost|amount|spend|note|score|budget|total|value|why|reason")
_DONE = re.compile(r"outcome|decision", re.I)
_ASIDE = re.compile(r"\([^)]*\)|[?:*]|\b[yj] ?/ ?n\b|\byes ?/ ?no\b", re.I)
_ABOUT_GONE = re.compile(
    r"withdrawn|withdrew|duplicate|\btest\b|draft|ineligible|cancell?ed|deleted|archived", re.I
)
_NOT = frozenset({"no", "n", "false", "nein", "non", "nie", "0", "nee", "nej", "nei", "na", "✗", "✘", "☐"})
_NOTHING = frozenset({"", *_NOT, "-", "–", "—", "n/a", "null", "none", "nan", "nil"})
_YES = frozenset(
    {"yes", "y", "true", "x", "1", "ja", "oui", "sí", "tak", "ie", "wahr", "☑", "☒", "✓", "✔", "✅"}
)


def is_gone(words: str, column: str, *, some_sent: bool = False, some_on: bool = False) -> bool:
    """Whether a status says that this is not to be decided; `column` is the title it stands under.

    `some_sent` where others in the column are said to be sent in: then what is in progress is not. `some_on` where
    the column leaves others open, or sends them on: then it decides who goes to the panel, and not how that ended.
    """
    about, says = _named(column), words.casefold().strip("\ufe0f. ")
    if "eligib" in about and "ineligib" not in about and not _OF_MONEY.search(about) and says in _NOT:
        return True
    if some_on and _FORWARD.fullmatch(about) and says in _NOT:
        return True
    if _ABOUT_GONE.search(about) and says in _YES:
        return True
    if some_on and _WHEN_GONE.fullmatch(about) and says not in _NOTHING:
        return True
    if some_sent and _UNSENT.fullmatch(words):
        return True
    sifted = some_on or not _DONE.search(about)
    return bool(_GONE_STATUS.fullmatch(words) or (sifted and _SIFTED_STATUS.fullmatch(words)))


def tells_who_goes_on(column: str) -> bool:
    """Whether a title that is no status's says all the same who goes to the panel, or who is gone."""
    about = _named(column)
    if len(about) > _LONGEST or _EARLIER.search(about):
        return False
    return bool(_FORWARD.fullmatch(about) or _WHEN_GONE.fullmatch(about) or _SIFT.search(about))


def some_go_on(column: str, words: Sequence[str]) -> bool:
    """Whether a column leaves some open while it says something of others."""
    about = _named(column)
    if _FORWARD.fullmatch(about):
        return any(one.casefold().strip("\ufe0f. ") in _YES for one in words)
    return any(one.casefold() in _NOTHING or _GOES_ON.match(one) for one in words)


def _named(column: str) -> str:
    return " ".join(_ASIDE.sub(" ", column.replace("_", " ")).casefold().split())


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
