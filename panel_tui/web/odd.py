"""Requests no page of ours would send. They get a plain page and change nothing."""

from __future__ import annotations


class Odd(Exception):  # noqa: N818 - it describes a request
    """A request that cannot be taken; `what` names its heading and sentence in the wording."""

    def __init__(self, status: int, what: str) -> None:
        """Keep the answer's status and wording key."""
        super().__init__(what)
        self.status = status
        self.what = what


def not_understood() -> Odd:
    """Make the answer to a form that is not one of ours."""
    return Odd(400, "not-understood")
