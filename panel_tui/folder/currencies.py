"""Know a currency by what stands beside an amount, in a column's title, or in a number's format."""

from __future__ import annotations

import re
from collections.abc import Iterable

KR = "kr"  # crowns: of Sweden, Norway, Denmark or Iceland; only a person can say

_SIGNS = {
    "£": "GBP",
    "€": "EUR",
    "$": "USD",
    "us$": "USD",
    "a$": "AUD",
    "au$": "AUD",
    "c$": "CAD",
    "ca$": "CAD",
    "nz$": "NZD",
    "hk$": "HKD",
    "s$": "SGD",
    "r$": "BRL",
    "¥": "JPY",
    "₹": "INR",
    "rs": "INR",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "₴": "UAH",
    "₦": "NGN",
    "₩": "KRW",
    "₱": "PHP",
    "r": "ZAR",
    "zł": "PLN",
    "zl": "PLN",
    "kč": "CZK",
    "ft": "HUF",
    "lei": "RON",
    "лв": "BGN",
    "fr": "CHF",
    "sfr": "CHF",
    "ksh": "KES",
    "kr": KR,
    "kroner": KR,
    "kronor": KR,
    "euro": "EUR",
    "euros": "EUR",
    "pounds": "GBP",
    "pound": "GBP",
    "sterling": "GBP",
    "gbp": "GBP",
    "quid": "GBP",
    "dollars": "USD",
    "dollar": "USD",
    "punt": "GBP",
    "rupees": "INR",
    "francs": "CHF",
    "franken": "CHF",
    "złotych": "PLN",
    "zloty": "PLN",
    "złoty": "PLN",
}
_CODES = frozenset((
    "AED", "ARS", "AUD", "BGN", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK",
    "EGP", "EUR", "GBP", "GHS", "HKD", "HUF", "IDR", "ILS", "INR", "ISK", "JPY", "KES",
    "KRW", "MAD", "MXN", "MYR", "NGN", "NOK", "NZD", "PEN", "PHP", "PKR", "PLN", "RON",
    "RSD", "RUB", "SAR", "SEK", "SGD", "THB", "TND", "TRY", "TWD", "TZS", "UAH", "UGX",
    "USD", "UYU", "VND", "XAF", "XOF", "ZAR", "ZMW", "BDT", "LKR", "NPR", "ALL", "MKD",
    "BAM", "GEL", "AMD",
))  # fmt: skip
_OTHER_CODES = frozenset((  # only in capitals, beside an amount
    "AFN", "ANG", "AOA", "AWG", "AZN", "BBD", "BHD", "BIF", "BMD", "BND", "BOB", "BSD", "BTN", "BWP", "BYN", "BZD",
    "CDF", "CRC", "CUP", "CVE", "DJF", "DOP", "DZD", "ERN", "ETB", "FJD", "FKP", "GIP", "GMD", "GNF", "GTQ", "GYD",
    "HNL", "HTG", "IQD", "IRR", "JMD", "JOD", "KGS", "KHR", "KMF", "KPW", "KWD", "KYD", "KZT", "LAK", "LBP", "LRD",
    "LSL", "LYD", "MDL", "MGA", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MZN", "NAD", "NIO", "OMR", "PAB",
    "PGK", "PYG", "QAR", "RWF", "SBD", "SCR", "SDG", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SYP", "SZL", "TJS",
    "TMT", "TOP", "TTD", "UZS", "VES", "VUV", "WST", "XCD", "XPF", "YER", "ZWL",
))  # fmt: skip
_WORDS_TOO = frozenset(
    {"ALL", "BAM", "COP", "GEL", "MAD", "PEN", "RON", "TRY"}
)  # codes that titles have as words
_BY_COUNTRY = {
    **dict.fromkeys(
        ("netherlands", "france", "germany", "spain", "italy", "portugal", "austria", "belgium", "ireland"),
        "EUR",
    ),
    **dict.fromkeys(("finland", "estonia", "latvia", "lithuania", "slovenia", "slovakia", "greece"), "EUR"),
    "poland": "PLN",
    "switzerland": "CHF",
    "sweden": "SEK",
    "norway": "NOK",
    "denmark": "DKK",
    "iceland": "ISK",
    "czechia": "CZK",
    "czech republic": "CZK",
    "hungary": "HUF",
    "romania": "RON",
    "united kingdom": "GBP",
    "scotland": "GBP",
    "wales": "GBP",
    "england": "GBP",
    "usa": "USD",
    "united states": "USD",
    "canada": "CAD",
    "australia": "AUD",
    "brazil": "BRL",
    "india": "INR",
}
_LOCALES = {"41d": "SEK", "414": "NOK", "814": "NOK", "406": "DKK", "40f": "ISK", "807": "CHF", "100c": "CHF"}
_NAMES = {
    "EUR": "euro", "USD": "US dollars", "GBP": "pounds", "SEK": "Swedish kronor", "NOK": "Norwegian kroner",
    "DKK": "Danish kroner", "CHF": "Swiss francs", "INR": "Indian rupees", "PLN": "złoty",
}  # fmt: skip


def currency_of(word: str) -> str:
    """Return the code of a sign, a code or a word that stands alone; nothing where it is none."""
    plain = word.strip().casefold().strip(".()[]")
    if plain.upper() in _CODES or plain.upper() in _OTHER_CODES & {word.strip().strip(".()[]")}:
        return plain.upper()
    return _SIGNS.get(plain, "")


def currency_in(words: str) -> str:
    """Find the one currency named in a column's title or a few words, such as `Amount (€)` or `GBP (£)`."""
    parts = re.findall(r"[A-Za-z]{1,2}\$|[£€$¥₹₽₺₪₴₦₩₱]|[^\W\d_]+", words)
    if words.isupper():
        parts = [part for part in parts if part not in _WORDS_TOO | _OTHER_CODES]
    parts = [part for part in parts if part.isupper() or part.upper() not in _WORDS_TOO]
    found = {code for part in parts if len(part) > 1 or not part.isalpha() if (code := currency_of(part))}
    return found.pop() if len(found) == 1 else ""


def currency_of_format(code: str) -> str:
    """Find the currency in the format a workbook shows a number with, such as `[$€-407] #,##0.00`."""
    for sign, place in re.findall(r"\[\$([^\]-]*)(?:-([0-9A-Fa-f]+))?\]", code):
        named = currency_of(sign)
        if named:
            return _LOCALES.get(place.casefold(), named) if named == KR else named
    plain = re.sub(r"\[[^\]]*\]|_.|\\(?=.)", "", code)
    return currency_in(plain) if re.search(r"[£€¥₹₽₺₪₴₦₩₱]|\"[^\"]+\"", plain) else ""


def currency_of_country(country: str) -> str:
    """Return a country's currency, where we know it."""
    return _BY_COUNTRY.get(country.strip().casefold(), "")


def named(code: str) -> str:
    """Say a currency in words, or by its code."""
    return _NAMES.get(code, code)


def is_code(code: str) -> bool:
    """Whether these are the three letters a session keeps."""
    return len(code) == 3 and code.isascii() and code.isalpha() and code.isupper()


def listed(codes: Iterable[str]) -> str:
    """List codes for a sentence."""
    return ", ".join(codes)
