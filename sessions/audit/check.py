"""What a check of a claim is: the state before an event, and the event, give whether it could have happened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..events import Fact
from ..state import State

Checks = dict[type[Fact], Callable[[State, Any], bool]]
