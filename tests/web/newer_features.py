"""What browsers learnt after the oldest phones we serve, and what our pages are where it is not known.

The oldest are Chrome 70 (Android 5 and later can have far newer ones, but not every phone does) and Safari 12.1
(every iPhone that has iOS 12). Versions are those in which a feature came without a prefix, after MDN's tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

OLDEST = {"Chrome": 70.0, "Safari": 12.1}

# Old enough, all of them; what is neither here nor below has not been thought of yet, and fails
_OLD_PROPERTIES = """
-webkit-appearance -webkit-hyphens -webkit-text-size-adjust align-content align-items background border
border-bottom border-bottom-color border-collapse border-color border-inline-start border-radius border-style
border-top border-width bottom box-shadow box-sizing break-inside clip-path color columns content cursor display
fill flex flex-basis flex-direction flex-wrap font font-family font-size font-style font-variant-numeric
font-weight grid-column grid-row grid-template-columns height hyphens justify-content justify-items left
letter-spacing line-height list-style list-style-position margin margin-bottom margin-inline-end
margin-inline-start margin-top max-width min-height min-width outline outline-offset overflow overflow-wrap
overflow-x padding padding-bottom padding-inline-start padding-left padding-right padding-top page-break-inside
position resize right size stroke stroke-linecap stroke-linejoin stroke-width text-align text-decoration
text-decoration-style text-transform top transform vertical-align white-space width z-index
"""
OLD_PROPERTIES = frozenset(_OLD_PROPERTIES.split())
OLD_WORDS = frozenset(
    (":root", ":checked", ":focus", ":empty", ":not", "::before", "::after", "attr", "repeat")
)
OLD_WORDS |= {"minmax", "rotate", "var", "calc", "url", "rgb", "rgba", "translate"}


class Newer(NamedTuple):
    """A feature, the versions that brought it, and what stands in for it."""

    chrome: float
    safari: float
    instead: str  # what older phones have, as a reason; "before": an earlier declaration in the same rule
    pattern: str = ""  # what an earlier declaration has to look like; "" is any of the same property


BY_HAND = "by hand, in the rules for older phones at the end of the file"
NEWER_PROPERTIES = {
    "accent-color": Newer(93, 15.4, "the browser's own colour"),
    "appearance": Newer(84, 15.4, "before", r"-webkit-appearance:"),
    "border-block": Newer(87, 14.1, "no line"),
    "color-scheme": Newer(81, 13, "the browser's own fields are light"),
    "column-gap": Newer(84, 14.1, BY_HAND),
    "field-sizing": Newer(123, 26.2, "a field of one size"),
    "forced-color-adjust": Newer(89, 99, "where it is not known, colours are not forced"),
    "gap": Newer(84, 14.1, BY_HAND),
    "margin-inline": Newer(87, 14.1, "nearer or further by a little"),
    "padding-inline": Newer(87, 14.1, "nearer or further by a little"),
    "scroll-padding-bottom": Newer(69, 14.1, "a keyboard, which few such phones have, scrolls less far"),
    "scroll-padding-top": Newer(69, 14.1, "a keyboard, which few such phones have, scrolls less far"),
    "text-size-adjust": Newer(54, 99, "before", r"-webkit-text-size-adjust:"),
    "text-underline-offset": Newer(87, 12.1, "a line where the browser draws it"),
    "text-wrap": Newer(114, 17.5, "lines of uneven length"),
}
NEWER_WORDS = {
    ":focus-visible": Newer(86, 15.4, BY_HAND),
    ":has": Newer(105, 15.4, "the mark in the circle itself"),
    ":is": Newer(88, 14, BY_HAND),
    "::marker": Newer(86, 11.1, "numbers in the colour of the words"),
    "clamp": Newer(79, 13.1, "before"),
    "inset": Newer(55, 10.1, "the shape of clip-path, old; the property of that name is not among ours"),
    "max": Newer(79, 11.1, "the ordinary size"),
    "min": Newer(79, 11.1, "one column"),
}
NEWER_VALUES = {
    r"content:[^;]*\"\s*/\s*\"": Newer(77, 17.4, "before"),
    r"position: sticky": Newer(56, 13, "it stands where it is in the page"),
    r"overflow-wrap: anywhere": Newer(80, 15.4, "before; what is inside a page inherits it"),
    r"\d[ds]v[hw]\b": Newer(108, 15.4, "before"),
    r"color-mix\(|oklch\(|oklab\(": Newer(111, 16.2, "before"),
}
NEWER_AT_RULES = {
    "prefers-color-scheme": Newer(76, 12.1, "the light colours"),
    "forced-colors": Newer(89, 99, "where it is not known, colours are not forced"),
    "prefers-reduced-motion": Newer(74, 10.1, "nothing of ours moves"),
}
OLD_AT_RULES = (
    "@media print",
    "@page",
    "@supports not (inset: 0)",
    "min-width",
    "max-width",
    "min-height",
    "max-height",
)

# One of these in a script, and an older phone reads none of it at all
NEW_SYNTAX = {
    "?.": r"\?\.(?!\d)",
    "??": r"\?\?",
    "||= &&=": r"\|\|=|&&=",
    "private fields": r"[.\s]#[a-z]\w*\s*[=(;.]",
    "numbers with n or _": r"\b\d+n\b|\d_\d",
    "import()": r"\bimport\s*\(",
    "a look behind": r"\(\?<[=!]",
}
# Called without asking first, one of these stops a script halfway
NEW_CALLS = {
    "replaceChildren": r"\.replaceChildren\(",
    "at": r"\.at\(",
    "replaceAll": r"\.replaceAll\(",
    "matchAll": r"\.matchAll\(",
    "fromEntries": r"Object\.fromEntries",
    "hasOwn": r"Object\.hasOwn",
    "allSettled, any": r"Promise\.(allSettled|any)\(",
    "structuredClone": r"structuredClone\(",
    "queueMicrotask": r"queueMicrotask\(",
    "globalThis": r"\bglobalThis\b",
    "AbortSignal's own": r"AbortSignal\.|throwIfAborted",
    "requestSubmit": r"\.requestSubmit\(",
    "toggleAttribute": r"\.toggleAttribute\(",
    "randomUUID": r"randomUUID",
    "copies of lists": r"\.(toSorted|toReversed|toSpliced|findLast|findLastIndex|flat|flatMap)\(",
    "dialogs": r"\.(showModal|showPopover)\(",
    "what comes from the button": r"event\.submitter(?! \|\| )",
    "view transitions": r"startViewTransition",
}


class Rule(NamedTuple):
    """One innermost rule of a style: what it is for, and what it says."""

    selector: str
    body: str


def rules(style: str) -> Iterator[Rule]:
    """Give the rules of a style, wherever they stand."""
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", without_comments(style)):
        yield Rule(" ".join(selector.split()), " ".join(body.split()))


def without_comments(text: str) -> str:
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
