"""TinyDB's own tests pass on the record, but for the few named here with their reasons."""

import os
import subprocess
import sys
import tarfile
from importlib.metadata import version
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[2]

EXCEPTIONS = {
    "test_table_repr[record]": "wants to read tinydb.storages.MemoryStorage or JSONStorage; ours is AppendOnlyStorage",
}

THIRD_FIXTURE = """
import pytest
from tinydb import JSONStorage, TinyDB
from tinydb.middlewares import CachingMiddleware
from tinydb.storages import MemoryStorage

from panel_tui.record.database import RecordDB


@pytest.fixture(params=["memory", "json", "record"])
def db(request, tmp_path):
    if request.param == "record":
        database = RecordDB(tmp_path / "record.jsonl")
    elif request.param == "json":
        database = TinyDB(tmp_path / "test.db", storage=JSONStorage)
    else:
        database = TinyDB(storage=MemoryStorage)
    database.drop_tables()
    database.insert_multiple({"int": 1, "char": letter} for letter in "abc")
    yield database
    if request.param == "record":
        state = database.storage.read()
        database.close()
        with RecordDB(tmp_path / "record.jsonl") as again:
            assert again.storage.read() == state, "what is read back is not what was held in memory"


@pytest.fixture
def storage():
    return CachingMiddleware(MemoryStorage)()
"""


@pytest.fixture(scope="module")
def suite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """TinyDB's tests, from its source distribution. This asks the package registry; without it the test fails."""
    folder = tmp_path_factory.mktemp("tinydb")
    wanted = f"tinydb=={version('tinydb')}"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-binary",
        "tinydb",
        "--no-deps",
        "--dest",
        str(folder),
    ]
    done = subprocess.run([*pip, wanted], capture_output=True, text=True, check=False, timeout=240)
    assert done.returncode == 0, f"the package registry did not give {wanted}:\n{done.stderr}"
    (archive,) = folder.glob("tinydb-*.tar.gz")
    with tarfile.open(archive) as sources:
        sources.extractall(folder, filter="data")
    (tests,) = folder.glob("tinydb-*/tests")
    (tests / "conftest.py").write_text(THIRD_FIXTURE, encoding="utf-8")
    (tests / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    return tests


def test_tinydbs_own_tests_pass_on_the_record(suite: Path):
    report = suite.parent / "report.xml"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={report}", "."],
        cwd=suite,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert report.exists(), done.stdout + done.stderr
    cases = {case.get("name", ""): case for case in ElementTree.parse(report).iter("testcase")}
    bad = {
        name
        for name, case in cases.items()
        if case.find("failure") is not None or case.find("error") is not None
    }
    assert sum("[record" in name for name in cases) >= 60
    assert bad == set(EXCEPTIONS), done.stdout[-3000:]
