"""What the tests of faults share."""

import pytest

from panel_tui.record import sidecar_files


@pytest.fixture(autouse=True)
def a_small_reserve(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the pretend disk quick: what matters about the reserve is that it goes, not its size."""
    monkeypatch.setattr(sidecar_files, "SIZE", 2048)
