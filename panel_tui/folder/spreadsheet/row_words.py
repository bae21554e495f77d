"""The words by which a row says that it is no application: sums, averages, what there is to give, remarks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from panel_tui.folder.spreadsheet.grid import GridRow

_TOTAL = (
    r"(?:grand|sub|over ?all|running|final|page)?[ -]?totals?|σ|sums?|suma|summe|summa|zwischensumme|gesamt\w*|"
    r"insgesamt|"
    r"somme|total général|sous[- ]total|totale|totaal|subtotaal|totaux|razem|ogółem|łącznie|i alt|cyfanswm|"
    r"összesen|итого|всего|yhteensä|iomlán|iomlan|celkem|spolu|"
    r"(?:balance )?(?:carried|brought) (?:forward|over|down|fwd)|[bc]/(?:f|fwd|d)|"
    r"übertrag|à reporter|report à nouveau|do przeniesienia|z przeniesienia"
)
_MEASURE = (
    r"(?:average|avg|mean|median|count|minimum|maximum|min|max|standard deviation|number of (?:applications|bids)|"
    r"no\.? of applications|durchschnitt|mittelwert|moyenne|średnia|gemiddelde?|promedio|cyfartaledd|medelvärde)"
)
_THERE_IS = (
    r"(?:total |overall |our )?(?:grant )?(?:budget|pot|funds?|funding|money|amount|balance|cash)(?: pot)?"
    r"(?: (?:is|still))? ?(?:available|remaining|left|unallocated|to (?:give|award|spend|allocate|distribute))?"
    r"(?: (?:this|for this|in this) (?:round|year))?|available(?: budget| funds| funding| money| to award)?|"
    r"remaining(?: budget| funds)?|left over|over[- ]?subscri\w+(?: by)?|short ?fall|surplus|deficit|difference|"
    r"over budget(?: by)?|under budget(?: by)?"
)
_OF = (
    r"(?: (?:requested|asked(?: for)?|applied(?: for)?|amount|ask|asks|request|of all|all|for all|cost|applications|"
    r"bids|in all|so far|to date|sum|overall|this (?:round|page)|ask(?:ed)?|grants?|funding|money|£|per|gbp|eur|usd|"
    r"for the (?:round|year|page|panel)|each|score))*"
)
_SURE_SUM = re.compile(
    rf"(?:{_TOTAL}){_OF}(?: \(.*\))?|sub[ -]?totals? .{{1,60}}|grand totals? .{{1,60}}", re.I
)
_SUM = re.compile(
    rf"(?:{_TOTAL})(?: .{{1,60}})?|.{{1,60}} (?:sub[ -]?)?totals?|"
    r"\d+ (?:applications|bids|projects|requests)(?: in all)?",
    re.I,
)
_SURE_MEASURE = re.compile(rf"{_MEASURE}{_OF}(?: \(.*\))?", re.I)
_MONEY_THERE = re.compile(_THERE_IS, re.I)
_MARKS = re.compile(r"[^\w\s()'’&/£€$-]+")

_NOTE = re.compile(
    r"(?:\*|†|‡|note|nb\b|n\.b|source|printed|prepared|produced|generated|exported|last updated|updated|"
    r"created|page \d|"
    r"end of|key\b|please|all (?:figures|amounts)|©|confidential|data|report|contact|for (?:more|queries)).*",
    re.I,
)
_LONGEST_REMARK = 160  # characters
_AMOUNTS_IN = re.compile(
    r"\b(?:amounts?|figures?|sums|costs|values|prices|money|beträge|montants?|importes|importi|bedragen|belopp|beløb|"
    r"kwoty|symiau)\b.{0,30}\b(?:in|are|en|w|yn|mewn|i|sind)\b",
    re.I,
)
_NAMES_CURRENCY = re.compile(
    r"\b(?:currency|devise|währung|waluta|valuta)\b|[€$₹¥£]\s?\d|\d\s?[€₹£]|\d (?:eur|euros?|zł|chf|kč)\b",
    re.I,
)
_UNITS = re.compile(
    r"\(?\s*(?:in )?(?:£|€|\$|₹|gbp|eur|usd|pounds|euros?|amount|number|numeric|currency|text|0\.00|£0\.00|"
    r"(?:£|€|\$|₹|gbp|eur|usd)?\s?(?:['’]?000s?|k|m|thousands?|millions?|lakhs?))\s*(?:£|€|pounds|euros?)?\s*\)?",
    re.I,
)


def about_money(rows: Iterable[GridRow]) -> list[str]:
    """List the remarks round a table that say what its amounts are counted in, such as `All figures in £000s`."""
    said = (row.words(at) for row in rows for at in row.held)
    return [
        one
        for one in said
        if len(one) <= _LONGEST_REMARK and (_AMOUNTS_IN.search(one) or (len(one) > 2 and is_units(one)))
    ]


def about_currency(rows: Iterable[GridRow]) -> list[str]:
    """List what stands round a table and names a currency, such as `Currency: EUR` or `Budget: €50 000`."""
    said = (" ".join(row.words(at) for at in row.held) for row in rows)
    return [one for one in said if len(one) <= _LONGEST_REMARK and _NAMES_CURRENCY.search(one)]


def bare(words: str) -> str:
    """Return a label without marks round it, such as `TOTAL:` or `Suma ▲`."""
    return " ".join(_MARKS.sub(" ", words.replace("∑", "Σ")).split())


def is_sure_sum(words: str) -> bool:
    """Whether a label can hardly be anything but a sum's, such as `Subtotal Small` or `Total requested`."""
    plain = bare(words)
    return bool(_SURE_SUM.fullmatch(plain) or _SURE_MEASURE.fullmatch(plain))


def may_be_sum(words: str) -> bool:
    """Whether a label may be a sum's, such as `Total Small groups`; it may be a title too."""
    return bool(_SUM.fullmatch(bare(words)))


def is_money_there_is(words: str) -> bool:
    """Whether a label says how much there is to give, such as `Budget available`."""
    return bool(_MONEY_THERE.fullmatch(bare(words)))


def is_note(words: str) -> bool:
    """Whether a cell alone in its row reads as a remark."""
    return len(words) > 60 or bool(_NOTE.fullmatch(words))


def is_units(words: str) -> bool:
    """Whether a cell below a title only says what it is counted in."""
    return bool(_UNITS.fullmatch(words.strip()))
