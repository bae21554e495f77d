"""What every test may ask for."""

from pathlib import Path

import pytest
from hypothesis import settings

# a busy laptop is no fault of the arithmetic: how long an example may take is for the benches to say
settings.register_profile("panel", deadline=None)
settings.load_profile("panel")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The real panels, applications and bad files that stand beside the repository; tests only."""
    beside = Path(__file__).resolve().parents[2] / "shared" / "data"
    assert beside.is_dir(), f"the shared test data is missing: {beside}"
    return beside
