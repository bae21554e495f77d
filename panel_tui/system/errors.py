"""How something says that it cannot be done: always a plain sentence."""

from __future__ import annotations

from sessions.wording import say


class Unable(Exception):  # noqa: N818 - it carries a sentence for people, it is not a fault
    """Something cannot be done; `str()` of it is plain words for a person."""


class ExportRefused(Unable):
    """Say no with a wording key and the facts its sentence needs."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        return say(self.code, **self.facts)
