"""What every test may ask for."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.elbow_room import elbow_room, side_by_side
from tests.idle import look_often
from tests.needs import pass_over
from tests.quick import is_quick
from tests.turns import in_turns

# every program the tests start would compile all of ours anew; on a laptop, pip has done that
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# a busy laptop is no fault of the arithmetic: how long an example may take is for the benches to say
settings.register_profile("panel", deadline=None)
settings.load_profile("panel")
look_often()

# run from a script's background, tests inherit an interrupt that is ignored, and so do the programs they interrupt
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the quick ones, let a long form take its time, and put them in turns."""
    for item in items:
        if item.get_closest_marker("slow") is not None:
            item.add_marker(pytest.mark.timeout(0))
        elif is_quick(item.path):
            item.add_marker(pytest.mark.quick)
    items[:] = in_turns(items)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave the other files unread where only the quick tests were asked for: reading them takes longer."""
    if config.getoption("markexpr") == "quick" and collection_path.suffix == ".py":
        return True if not is_quick(collection_path) else None
    return None


@pytest.fixture(autouse=True)
def machine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Share the machine with the tests that run beside this one, or hold it alone where the test is marked so."""
    if not side_by_side():
        yield
        return
    everyones = tmp_path_factory.getbasetemp().parent
    with elbow_room(everyones, alone=request.node.get_closest_marker("alone") is not None):
        yield


@pytest.fixture(scope="session", autouse=True)
def own_data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what the program remembers on a laptop out of the laptop's own list of days."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The real panels, applications and bad files that stand beside the repository; a clone alone has none."""
    beside = Path(__file__).resolve().parents[2] / "shared" / "data"
    if not beside.is_dir():
        pass_over(
            "needs the real panels and applications in ../shared/data, which are not part of the repository"
        )
    return beside
