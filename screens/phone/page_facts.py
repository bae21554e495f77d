"""What a template asks of a page besides its fields: whether it asks something, its scale, what it belongs to."""

from __future__ import annotations

from sessions.views.phone.pages import (
    ASKING,
    AnyPage,
    CheckPage,
    OpenScores,
    Result,
    Score,
    SteppingOut,
    Wait,
)


def asks(page: AnyPage) -> bool:
    """Whether a page has something to fill in: there, all else is folded away."""
    shown = isinstance(page, OpenScores) and not page.choices and page.change is None
    return isinstance(page, (*ASKING, CheckPage)) and not shown


def numbers(page: AnyPage) -> bool:
    """Whether what can be picked are bare numbers, of which is said which is best."""
    asked = page.change if isinstance(page, OpenScores) else page
    return isinstance(asked, Score) and all(choice.words == choice.value for choice in asked.choices)


def longest_bar(page: AnyPage) -> int:
    """Return what the longest bar of a page stands for: all its bars are drawn on one scale."""
    shapes = page.shapes if isinstance(page, Result | Wait) else ()
    return max((bar.count for _question, _words, shape in shapes for bar in shape), default=1) or 1


def places(page: AnyPage) -> dict[str, str]:
    """Return what the page belongs to, as the `data-…` of its `main`."""
    about = getattr(page, "about", None)
    places = {
        "position": page.position,
        "application": about.ref if about else "",
        "criterion": getattr(page, "criterion", ""),
        "round": str(getattr(page, "round", "")),
    }
    if isinstance(page, SteppingOut):
        places["out"] = "late" if page.late else "yes" if page.out else "no"
    return {key: value for key, value in places.items() if value or key == "position"}
