"""What keys are called where people would look in vain for the usual one: said everywhere, in every language.

On a Mac, Terminal keeps PageDown and PageUp for itself and scrolls; the arrows do the same.
"""

from __future__ import annotations

from collections.abc import Mapping

MAC: Mapping[str, str] = {"PageDown": "→", "PageUp": "←"}

_called: dict[str, str] = {}


def call_keys(names: Mapping[str, str]) -> None:
    """Let these keys be called otherwise from here on; none means as they are."""
    _called.clear()
    _called.update(names)


def as_called(template: str) -> str:
    """Return a sentence with its keys as they are called here."""
    for key, name in _called.items():
        template = template.replace(key, name)
    return template
