"""How well a column's title names a field: by the names it may have, and by what people write round them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from functools import lru_cache

from panel_tui.folder.spreadsheet.column_names import NEEDED, TITLES_OF, VAGUE_TITLES_OF

_SAID: dict[str, re.Pattern[str]] = {
    "title": re.compile(
        r"\b(project|application|proposal|grant|bid)('?s)? (title|name)\b|"
        r"\b(title|name) (of|for) (the |your |this |our )?"
        r"(project|application|proposal|activity|event|bid|work|production|exhibition)\b|"
        r"\bwhat (is|will) (your|the) (project|activity) (be )?called\b"
    ),
    "organisation": re.compile(
        r"\b(organi[sz]ation|group|charity|club)('?s)? name\b|"
        r"^(which|what) (organi[sz]ation|group|charity|club) (are you|is|do you|does)\b|"
        r"\bname of (the |your |our )?(lead |applicant )?(organi[sz]ation|group|charity|club)\b"
    ),
    "asked": re.compile(
        r"\b(amount|grant|funding|funds|sum|money|total) (you |we |they |that is |being )?(are |is |have )?"
        r"(requested|requesting|request|applied|applying|asked|asking|sought|wanted|needed)\b|"
        r"\b(requested|asked|sought) (amount|grant|sum|funding)\b|"
        r"\bhow much\b.*\b(ask|asking|apply|applying|request|requesting|need|want|like|grant|seeking)\b|"
        r"\bamount of (grant|funding|money) (requested|needed|sought|you)\b|"
        r"\bamount (are|do|would|is|does|will) (you|we|they|your|the)\b.*\b(ask|apply|request|seek|need|want|like)|"
        r"\b(requested|asked|sought) (from|of) (us|the (fund|panel|council|foundation|trust))\b"
    ),
    "status": re.compile(r"\b(status|state)$|^(is |was )?withdrawn$"),
    "summary": re.compile(
        r"\b(project|short|brief) (summary|description)\b|\bdescribe your (project|activity)\b|"
        r"\bsummary of (the |your |our )?(project|activity|proposal|application)\b"
    ),
}
_NOT: dict[str, re.Pattern[str]] = {
    "title": re.compile(r"\b(job|contact|programme|program|role|post|position|policy|course)\b"),
    "organisation": re.compile(
        r"\b(number|no|type|address|website|web|email|phone|postcode|income|turnover|size)\b"
    ),
    "asked": re.compile(
        r"\b(award(ed)?|granted|approved|offered|paid|recommend(ed)?|spent|disbursed|turnover|income|reserves?|date|"
        r"match|previous(ly)?|last year|contribution|percent|score|in words|said|least|minimum|currency|why|purpose|"
        r"what for|breakdown)\b|%"
    ),
}
_HEAD = re.compile(r"[,(\[\n?*;–—|£$€]| - ")

_VAGUE = frozenset({"cost", "budget", "total", "value", "price", "sum", "projectcost", "kosten", "koszt"})
_MONEY = re.compile(r"\b(cost|budget|total|amount|grant|funding|sum|price|value|kosten|coût|costo|koszt)s?\b")
_WHOSE = re.compile(
    r"^(?:(?:grant |funding )?(?:opportunity|application|request|proposal|project|submission|account|applicant)): "
    r"(?=.)",
    re.I,
)

_NUMBERED = (
    re.compile(  # as forms number their questions: “Q3. Project title”, “Section B: Amount”, “3a) Amount”
        r"^(?:(?:section|part|question) +(?:\d{1,2}|[a-h])|q(?:uestion)? ?\d{1,3}[a-z]?|"
        r"\d{1,2}(?:\.\d{1,2})*[a-z]?|[a-h]\d{1,2})(?: ?[.):–_-]+ ?|(?<=\d) +)(?=\D)",
        re.I,
    )
)

_SIGNS = frozenset(
    {"£", "€", "$", "₹", "(£)", "(€)", "£s", "GBP", "EUR", "£££"}
)  # all that stands over a column
_ALIKE = 0.9  # the part of two names' letters that must be the same, in the same order
_LONGEST = 160  # characters; what is longer is no title, but what stands below one
EXACT, HEAD, SAID, CLOSE, MAY = 100, 95, 60, 55, 20  # how far a title may be trusted
STRONG = CLOSE


@lru_cache(maxsize=8192)
def squeezed(title: str) -> str:
    """Return a title's letters alone, for comparing."""
    return re.sub(r"[\W_]+", "", re.sub(r":\d+:", ":", title.casefold()))


@lru_cache(maxsize=8192)
def _parts(title: str) -> tuple[str, str, str]:
    """Return a title's letters, those up to its first mark, and its words: worked out once for all fields."""
    title = _NUMBERED.sub(
        "", _WHOSE.sub("", title.strip()), count=1
    )  # as Salesforce writes its reports: “Opportunity: Amount Requested”
    plain = " ".join(re.sub(r"[^\w'%]+", " ", title.casefold()).split())
    return squeezed(title), squeezed(_HEAD.split(title.strip(), maxsplit=1)[0]), plain


@lru_cache(maxsize=8192)
def trust(title: str, field: str) -> int:
    """Say how far a title names a field: 0 not at all, up to 100 for our own name of it."""
    if len(title) > _LONGEST:
        return 0
    if field == "ref" and title.strip().rstrip(".:").casefold() in ("#", "№", "no", "nº", "n°"):
        return EXACT - 40
    if field == "asked" and title.strip() in _SIGNS:
        return MAY
    whole, head, plain = _parts(title)
    likes = TITLES_OF[field]
    if whole in likes:
        return EXACT - min(likes.index(whole), 39)
    if head in likes and len(head) > 2:
        return HEAD - min(likes.index(head), 34)
    if field in _NOT and _NOT[field].search(plain):
        return 0
    if field in _SAID and len(plain) <= 150 and _SAID[field].search(plain):
        return SAID
    if field in NEEDED and 5 < len(whole) < 40 and _nearly(whole, likes):
        return CLOSE
    maybe = VAGUE_TITLES_OF.get(field, ())
    found = whole if whole in maybe else head
    return MAY - min(maybe.index(found), 15) if found in maybe else 0


def _nearly(whole: str, likes: Sequence[str]) -> bool:
    """Whether it is one of these but for a letter or two; those of another length are not compared."""
    near = [one for one in likes if 2 * min(len(one), len(whole)) >= _ALIKE * (len(one) + len(whole))]
    return bool(near and get_close_matches(whole, near, n=1, cutoff=_ALIKE))


@lru_cache(maxsize=8192)
def known(title: str) -> frozenset[str]:
    """Name the fields a title may well mean, among all that are looked for."""
    return frozenset(field for field in TITLES_OF if trust(title, field) >= STRONG)


def is_vague(title: str) -> bool:
    """Whether a title of money says nothing of asking, such as `Cost`: another column may hold what is asked."""
    whole, head, _words = _parts(title)
    return whole in _VAGUE or head in _VAGUE


def may_be_money(title: str) -> bool:
    """Whether a title may stand over money that is asked for; not over what was paid, matched or scored."""
    _whole, _head, plain = _parts(title)
    return bool(_MONEY.search(plain)) and not _NOT["asked"].search(plain)
