"""What the tests of secret ballots share."""

import pytest

from panel_tui.record import sidecar_files


@pytest.fixture(autouse=True)
def a_small_reserve(monkeypatch):
    """Keep the pretend disk quick: what matters about the reserve is that it goes, not its size."""
    monkeypatch.setattr(sidecar_files, "SIZE", 2048)
