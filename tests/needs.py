"""What a test needs of the machine: missing on a laptop it is passed over; where everything must pass, that fails."""

from __future__ import annotations

import os
import shutil

import pytest

MUST = bool(os.environ.get("CI"))


def needs(*programs: str) -> pytest.MarkDecorator:
    """Pass a test over where one of these programs is missing, unless everything must pass."""
    missing = [program for program in programs if shutil.which(program) is None]
    return pytest.mark.skipif(bool(missing) and not MUST, reason=f"needs {', '.join(missing)}")


def pass_over(why: str) -> None:
    """Pass the test over that runs now, or let it fail where everything must pass."""
    if MUST:
        pytest.fail(why)
    pytest.skip(why)
