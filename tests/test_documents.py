"""What is written for people in this repository holds together by itself: it points nowhere outside."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
KINDS = {".py", ".md", ".toml", ".html", ".js", ".css", ".tcss", ".txt", ".po", ""}
NOT_OURS = {".git", ".venv", "dist", "build", "__pycache__"}
FILES = sorted(
    path
    for path in ROOT.rglob("*")
    if path.is_file()
    and path.suffix in KINDS
    and not NOT_OURS & set(path.relative_to(ROOT).parts)
    and not any(part.startswith(".") and part != ".ci" for part in path.relative_to(ROOT).parts)
)
DOCUMENTS = [path for path in FILES if path.suffix == ".md" and "summaries" not in path.parts]
READMES = [path for path in DOCUMENTS if path.name == "README.md"]
LARGER = (
    "sessions",
    "sessions/views",
    "screens",
    "screens/wall",
    "screens/phone",
    "panel_tui",
    "panel_tui/cli",
    "panel_tui/exports",
    "panel_tui/folder",
    "panel_tui/record",
    "panel_tui/rehearse",
    "panel_tui/web",
    "tests",
)
# A page of a session's folder, or one that a test makes: not a document of this repository.
MADE_ELSEWHERE = re.compile(
    r"(?:(?:summaries|learn)/.*|[A-Z]\d+|aux|nul|con|(?:.*/)?(?:bias|other|secret|think)(?:\.easy)?|\.easy)\.md|\.md"
)
BESIDE = "../" + "shared/data"


def name_of(path):
    return path.relative_to(ROOT).as_posix()


def text_of(path):
    return path.read_text(encoding="utf-8")


def is_there(named, path):
    return any((folder / named).exists() for folder in (ROOT, path.parent))


def test_there_is_something_to_look_at():
    assert len(FILES) > 500
    assert {"README.md", "pyproject.toml", ".ci/run", "sessions/README.md"} <= {
        name_of(path) for path in FILES
    }


@pytest.mark.parametrize("folder", LARGER)
def test_each_package_and_larger_folder_says_on_a_page_what_it_is_and_where_to_begin(folder):
    text = text_of(ROOT / folder / "README.md")
    assert text.startswith(f"# {folder}\n")
    assert "**It owns**" in text
    assert re.search(r"[Ii]t may touch", text)
    assert "**Begin**" in text
    if folder not in ("tests", "sessions"):  # those hold tables of results, and definitions
        assert len(text.split()) < 600


def test_the_readme_is_short():
    assert len(text_of(ROOT / "README.md").splitlines()) < 150


def test_no_file_names_a_document_that_is_not_here():
    missing = {
        f"{name_of(path)}: {named}"
        for path in FILES
        for named in re.findall(r"(?<![\w{}/.*-])([\w./-]*\.md)\b", text_of(path))
        if not MADE_ELSEWHERE.fullmatch(named) and not is_there(named, path)
    }
    assert not missing


def test_only_real_data_may_lie_beside_the_repository_and_tests_alone_may_want_it():
    outside = re.compile(r"(?:\.\./)+(?:shared|spec|docs)\b[\w/.-]*|\bshared/(?:spec|data)\b")
    for path in FILES:
        found = {one if one.startswith("..") else f"../{one}" for one in outside.findall(text_of(path))}
        if path.suffix == ".md" or name_of(path) == ".ci/run" or "tests" in path.relative_to(ROOT).parts:
            found -= {BESIDE, f"{BESIDE}.", f"{BESIDE}/"}
        assert not found, name_of(path)


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_every_link_leads_to_something_that_is_here(path):
    for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", text_of(path)):
        assert not target.startswith(("http", "/")), target
        assert (path.parent / target).resolve().is_relative_to(ROOT), target
        assert (path.parent / target).exists(), target


@pytest.mark.parametrize("path", READMES, ids=name_of)
def test_every_file_or_folder_that_a_readme_names_is_there(path):
    named = re.findall(r"`((?:sessions|screens|panel_tui|tests|\.ci)/[\w/.-]+)`", text_of(path))
    modules = re.findall(r"python -m (tests[\w.]*)", text_of(path))
    for one in named:
        assert is_there(one, path), one
    for one in modules:
        place = ROOT.joinpath(*one.split("."))
        assert place.with_suffix(".py").exists() or (place / "__main__.py").exists(), one


def test_every_pattern_of_the_quick_tests_fits_a_file():
    from tests.quick import NOT_QUICK, QUICK, TESTS

    for one in (*QUICK, *NOT_QUICK):
        assert list(TESTS.glob(one)), one


def test_the_quick_tests_reach_every_package():
    from tests.quick import is_quick

    quick = "\n".join(text_of(path) for path in FILES if path.suffix == ".py" and is_quick(path))
    for package in ("sessions.decide", "sessions.views", "screens.wall", "screens.phone", "panel_tui.web"):
        assert re.search(rf"^(?:from|import) {re.escape(package)}", quick, re.M), package
