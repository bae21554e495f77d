"""What pyproject.toml asks for is what the program uses, and a set of versions known good is written down."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("panel_tui", "screens", "sessions")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = [
    line
    for name in ("pdf", "letters", "fast", "postgres", "duckdb")
    for line in PROJECT["optional-dependencies"][name]
]
NEEDED = [Requirement(line) for line in (*PROJECT["dependencies"], *EXTRAS)]
DEVELOPING = [Requirement(line) for line in PROJECT["optional-dependencies"]["dev"]]
DATA_ALONE = {"xkcdpass"}  # read as a file, never imported


def imported():
    """Name the distributions whose modules our own packages import."""
    modules = set()
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    modules |= {alias.name.partition(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and not node.level:
                    modules.add(node.module.partition(".")[0])
    modules -= {*sys.stdlib_module_names, *PACKAGES}
    brought_by = packages_distributions()
    return {canonicalize_name(brought_by[module][0]) for module in modules}


def known_good():
    lines = (ROOT / "tests" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): version for name, version in pairs}


def test_what_is_imported_is_asked_for_and_nothing_else():
    asked_for = {canonicalize_name(one.name) for one in NEEDED}
    assert asked_for == imported() | DATA_ALONE


@pytest.mark.parametrize("one", [*NEEDED, *DEVELOPING], ids=lambda one: one.name)
def test_the_set_known_good_has_a_version_that_is_allowed(one):
    assert one.specifier.contains(known_good()[canonicalize_name(one.name)])


@pytest.mark.parametrize("one", [*NEEDED, *DEVELOPING], ids=lambda one: one.name)
def test_each_package_has_an_oldest_version_that_can_be_tried(one):
    assert [part for part in one.specifier if part.operator == ">="]


def test_each_package_says_why_it_is_there():
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for one in NEEDED:
        assert re.search(rf'"{re.escape(one.name)}(\[\w+\])?[><=].*",? *\]?,? *# \w', lines), one.name
