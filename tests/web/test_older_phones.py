"""Older phones have every page too: what their browsers do not know has something in its place, or is not used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.snapshots import ROOT
from tests.web import newer_features as known
from tests.web.newer_features import BY_HAND, OLDEST, Newer, Rule, rules, without_comments

STYLES = sorted((ROOT / "screens").rglob("*.css"))
SCRIPTS = sorted((ROOT / "screens").rglob("*.js"))
_GAP = re.compile(r"(?:^|[\s;])(?:column-)?gap: (?:[^;]* )?([^; ]+)")
_OLDER = re.compile(r"@supports not \(inset: 0\) \{((?:[^{}]*\{[^{}]*\})*)[^{}]*\}")


def names(path: Path) -> str:
    return path.name


every_style = pytest.mark.parametrize("style", STYLES, ids=names)
every_script = pytest.mark.parametrize("script", SCRIPTS, ids=names)


def test_there_are_styles_and_scripts_to_look_at() -> None:
    assert {path.name for path in (*STYLES, *SCRIPTS)} == {"phone.css", "wall.css", "phone.js", "wall.js"}


def not_stood_in_for(style: str) -> list[str]:
    """Say what an older phone would miss in a style."""
    by_hand = " ".join(_OLDER.findall(without_comments(style)))
    found = []
    for rule in rules(style):
        for name, newer, place in _newer_in(rule):
            if newer is None:
                found.append(f"{rule.selector}: {name} has not been thought of")
            elif not _stood_in_for(name, newer, rule, place, by_hand):
                found.append(f"{rule.selector}: nothing stands in for {name}")
    return found


def _newer_in(rule: Rule) -> Iterator[tuple[str, Newer | None, int]]:
    """Give what is newer than the oldest phones in a rule, and where; None is what nobody has thought of."""
    for found in re.finditer(r"(?:^|[;\s])(-?[a-z][a-z-]+):", rule.body):
        name = found[1]
        if name not in known.OLD_PROPERTIES:
            yield name, known.NEWER_PROPERTIES.get(name), found.start(1)
    words = [*re.finditer(r"::?[a-z-]+", rule.selector), *re.finditer(r"([a-z-]+)(?=\()", rule.body)]
    for found in words:
        if found[0] not in known.OLD_WORDS and "@" not in rule.selector[: found.start()]:
            yield found[0], known.NEWER_WORDS.get(found[0]), found.start()
    for pattern, newer in known.NEWER_VALUES.items():
        for found in re.finditer(pattern, rule.body):
            yield found[0], newer, found.start()


def _stood_in_for(name: str, newer: Newer, rule: Rule, place: int, by_hand: str) -> bool:
    if newer.chrome <= OLDEST["Chrome"] and newer.safari <= OLDEST["Safari"]:
        return True
    if newer.instead.startswith("before"):
        inherits = ";" in newer.instead and rule.selector != "body"
        return inherits or _declared_before(rule.body, place, newer.pattern)
    if newer.instead != BY_HAND:
        return True
    if name in ("gap", "column-gap"):
        return _touches_nothing(rule, by_hand)
    stands_in = {":focus-visible": ":focus {", ":is": ".bar {"}[name]
    return stands_in in by_hand


def _declared_before(body: str, place: int, pattern: str) -> bool:
    """Whether the declaration at a place has one before it that an older phone keeps."""
    start = body.rfind(";", 0, place) + 1
    own = body[start:].strip().split(":")[0]
    return re.search(pattern or rf"(?:^|[;\s]){own}:", body[:start]) is not None


def _touches_nothing(rule: Rule, by_hand: str) -> bool:
    """Whether things in a row stand apart without a gap too. A grid's gap is old."""
    (between,) = _GAP.findall(rule.body)[-1:]
    column = "flex-direction: column" in rule.body
    if "display: flex" not in rule.body or (between == "0" and not column):
        return True
    if "justify-content: space-between" in rule.body:
        return True
    stands = (" > * + *", "::before")
    return all(any(one + part in by_hand for part in stands) for one in rule.selector.split(", "))


@every_style
def test_what_an_older_phone_does_not_know_of_a_style_has_something_in_its_place(style: Path) -> None:
    assert not_stood_in_for(style.read_text(encoding="utf-8")) == []


@every_style
def test_every_condition_a_style_asks_about_is_known(style: Path) -> None:
    for asked in re.findall(r"@[^{;]+", without_comments(style.read_text(encoding="utf-8"))):
        assert any(part in asked for part in (*known.OLD_AT_RULES, *known.NEWER_AT_RULES)), asked


@every_script
def test_an_older_phone_can_read_the_whole_script(script: Path) -> None:
    text = without_comments(script.read_text(encoding="utf-8"))
    assert [name for name, pattern in known.NEW_SYNTAX.items() if re.search(pattern, text)] == []


@every_script
def test_a_script_calls_nothing_that_an_older_phone_does_not_have(script: Path) -> None:
    text = without_comments(script.read_text(encoding="utf-8"))
    assert [name for name, pattern in known.NEW_CALLS.items() if re.search(pattern, text)] == []


@pytest.mark.parametrize(
    "style",
    [
        ".a { anchor-name: --here; }",
        ".a:user-valid { color: red; }",
        ".a { display: flex; gap: 1rem; }",
        ".a { display: flex; flex-direction: column; gap: 1rem 0; }",
        ".a { appearance: none; }",
        ".a { font-size: clamp(1px, 2vw, 3px); }",
        'a::after { content: "x" / ""; }',
        "body { overflow-wrap: anywhere; }",
        ".a { height: 50px; width: 100dvh; }",
        "a:focus-visible { color: red; }",
        "html:is(.a, .b) .bar { position: static; }",
        ".a { inset: 0; }",
    ],
)
def test_what_has_nothing_in_its_place_is_found(style: str) -> None:
    assert not_stood_in_for(style)


@pytest.mark.parametrize(
    "style",
    [
        ".a { display: grid; gap: 1rem; }",
        ".a { display: flex; gap: 1rem 0; }",
        ".a { display: flex; gap: 0 1rem; justify-content: space-between; }",
        ".a { display: flex; gap: 1rem; } @supports not (inset: 0) { .a > * + * { margin-top: 1rem; } }",
        ".a { -webkit-appearance: none; appearance: none; }",
        ".a { font-size: 2vw; font-size: clamp(1px, 2vw, 3px); }",
        'a::after { content: "x"; content: "x" / ""; }',
    ],
)
def test_what_has_is_not(style: str) -> None:
    assert not_stood_in_for(style) == []
