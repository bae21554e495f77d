"""What the tests of secret ballots share."""

import pytest

from panel_tui.record import reserve


@pytest.fixture(autouse=True)
def a_small_reserve(monkeypatch):
    """Keep the pretend disk quick: what matters about the reserve is that it goes, not its size."""
    monkeypatch.setattr(reserve, "SIZE", 2048)
