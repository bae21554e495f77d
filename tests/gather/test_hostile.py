"""No name, no text and no address makes SQL run, and no message has a password in it."""

import subprocess
import sys

import openpyxl
import pytest
from msgspec.structs import replace

from sessions.model.session import Application
from tests.exports.test_hostile_text import CORPUS
from tests.gather.generated import MadeRoom, keep_rooms
from tests.gather.places import run

SECRET = "hunter2-swordfish"
URLS = [
    f"postgresql://postgres:{SECRET}@127.0.0.1:1/rooms",
    f"postgresql://postgres:{SECRET}@127.0.0.1:notaport/rooms",
    f"postgresql://postgres:{SECRET}@[::1/rooms",
    f"postgresql://postgres:pa/{SECRET}@127.0.0.1:1/rooms",
    f"postgresql://postgres:a@{SECRET}@127.0.0.1:1/rooms",
    f"postgresql://postgres:%zz{SECRET}@127.0.0.1:1/rooms",
    f"postgresql://postgres@127.0.0.1:1/rooms?password={SECRET}&unheard={SECRET}",
    f"postgresql://postgres@127.0.0.1:1/rooms?sslmode={SECRET}",
    f"postgresql://postgres:\x00{SECRET}@127.0.0.1:1/rooms",
    f"postgresql://postgres:\udcff{SECRET}@127.0.0.1:1/rooms",
    f"postgresql://{'x' * 100_000}{SECRET}",
    f"mysql://root:{SECRET}@127.0.0.1/rooms",
    f"http://root:{SECRET}@127.0.0.1/rooms.duckdb",
]
SCHEMAS = [
    'x"; DROP SCHEMA public CASCADE; --',
    "pg_catalog",
    "public",
    "information_schema",
    "",
    "Ä",
    "a b",
    "A",
    "x" * 64,
]
SQL = (
    "'; DROP SCHEMA panel_tui CASCADE; --",
    '"; DELETE FROM panel_tui.session; --',
    "\\.\n",
    "\t\\N",
    "$1",
    "%s",
    "{x}",
)


@pytest.mark.parametrize("url", URLS, ids=range(len(URLS)))
def test_an_address_that_cannot_be_used_is_refused_and_not_repeated(url, rooms):
    done = run(rooms, "--into", url)
    assert done.exit_code == 1
    words = done.output + str(done.exception)
    assert SECRET not in words
    assert "hunter" not in words
    assert "database" in words or "destination" in words


def test_a_password_that_is_wrong_is_not_repeated(server, rooms):
    done = run(rooms, "--into", server.url(password=SECRET))
    assert "did not let us in" in str(done.exception)
    assert SECRET not in done.output + str(done.exception)


def test_options_in_an_address_lead_our_names_nowhere_else(database, rooms):
    done = run(
        rooms, "--into", f"{database}?options=-csearch_path%3Dpublic%20-cstandard_conforming_strings%3Doff"
    )
    assert done.exit_code == 0, done.output
    assert run(rooms, "--into", database).output.count("unchanged") > 1


@pytest.mark.parametrize("schema", SCHEMAS, ids=range(len(SCHEMAS)))
def test_a_schema_with_another_kind_of_name_is_refused(place, rooms, schema):
    done = run(rooms, "--into", place.into, "--schema", schema)
    assert done.exit_code == 1
    assert "cannot be a schema's name" in str(done.exception)


def test_whatever_people_wrote_is_kept_as_text(place, tmp_path):
    texts = (*(text for text in CORPUS if text != "\ud800"), *SQL)  # that one no record takes

    class Hostile(MadeRoom):
        def _model(self, seats, many):
            model = super()._model(seats, many)
            text = texts[self.seed % len(texts)]
            bad = tuple(
                Application(
                    one.ref, text or "-", one.asked, organisation=text, place=text, theme=text, summary=text
                )
                for one in model.applications
            )
            criteria = tuple(replace(one, question=text) for one in model.criteria)
            return replace(model, title=text, place=text, applications=bad, criteria=criteria)

    for seed in range(len(texts)):
        Hostile(seed, applications=1).whole().keep(tmp_path / "rooms" / f"{seed:03d}")
    done = run(tmp_path / "rooms", "--into", place.into, "--report", tmp_path / "report")
    assert done.exit_code == 0, done.output
    titles = {title for (title,) in place.ask("SELECT title FROM panel_tui.application")}
    assert "'; DROP SCHEMA panel_tui CASCADE; --" in titles
    assert not any(sign in title for title in titles for sign in "\x00\x1b\u202e")
    page = (tmp_path / "report" / "many-rooms.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    book = openpyxl.load_workbook(tmp_path / "report" / "many-rooms.xlsx")
    assert not [cell for sheet in book for row in sheet for cell in row if cell.data_type == "f"]


@pytest.mark.parametrize("name", ["o'neil", 'quo"te', "semi;colon", "md:cloud", "--", "ünï"])
def test_a_file_or_a_folder_may_be_called_anything(rooms, tmp_path, name, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for into in (f"./{name}.duckdb", f"./{name}"):
        assert run(rooms, "--into", into).exit_code == 0
        assert "12 unchanged" in run(rooms, "--into", into).output
    assert (tmp_path / f"{name}.duckdb").is_file()
    assert (tmp_path / name / "panel_tui" / "session.parquet").is_file()


@pytest.mark.parametrize("name", ["*", "a?", "[x]", "{y}"])
def test_a_folder_that_would_be_taken_for_a_pattern_is_refused(rooms, tmp_path, name):
    done = run(rooms, "--into", tmp_path / name)
    assert "Choose another" in str(done.exception)


def test_a_rooms_folder_with_a_name_that_steers_a_terminal_is_told_without_it(tmp_path):
    keep_rooms(tmp_path / "rooms", 1)
    (tmp_path / "rooms" / "room-00001").rename(tmp_path / "rooms" / "\x1b]0;owned\x07room")
    done = run(tmp_path / "rooms", "--into", tmp_path / "all.duckdb")
    assert "\x1b" not in done.output
    assert "taken" in done.output


def test_no_engine_is_read_in_for_any_other_command():
    code = (
        "import sys, panel_tui.cli, panel_tui.gather, panel_tui.running.run\n"
        "print([name for name in ('psycopg', 'duckdb', 'xlsxwriter') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(("engine", "into", "extra"), [
    ("psycopg", "postgresql://postgres@127.0.0.1:1/x", "postgres"),
    ("duckdb", "all.duckdb", "duckdb"),
    ("duckdb", "parquet", "duckdb"),
])  # fmt: skip
def test_where_an_engine_is_not_installed_one_sentence_says_how_to_get_it(engine, into, extra, tmp_path):
    code = f"import sys; sys.modules[{engine!r}] = None\nfrom panel_tui.cli import main\nmain()"
    call = [sys.executable, "-c", code, "gather", str(tmp_path), "--into", into]
    done = subprocess.run(call, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 1
    assert f'pip install "panel-tui[{extra}]"' in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())


def test_only_gathering_knows_the_engines():
    import ast
    from pathlib import Path

    root = Path(__file__).resolve().parents[2]
    found = {
        path.relative_to(root).as_posix()
        for package in ("panel_tui", "screens", "sessions")
        for path in (root / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in (
            [alias.name for alias in node.names] if isinstance(node, ast.Import)
            else [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        )
        if name.partition(".")[0] in ("psycopg", "duckdb")
    }  # fmt: skip
    assert found == {"panel_tui/gather/postgres.py", "panel_tui/gather/duck.py"}
