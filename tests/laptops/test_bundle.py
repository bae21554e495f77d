"""The program in a folder of its own, with nothing else there: a whole day, its exports, its wall by one key."""

import subprocess

import pytest

from panel_tui.exports import FORMATS
from tests.journeys.terminal import Terminal
from tests.journeys.test_page_down_alone import press_on
from tests.laptops.bundle import bundle, size

pytestmark = [pytest.mark.slow, pytest.mark.alone]
WRITTEN = {
    "csv": "results.csv", "xlsx": "workbook.xlsx", "json": "session.json", "html": "decision-record.html",
    "pdf": "decision-record.pdf", "360giving": "360giving.json", "pabulib": "budget.pb", "letters": "letters.csv",
}  # fmt: skip


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    made = bundle(tmp_path_factory.mktemp("bundle"))
    print(f"\nthe bundle: {size(made.parent) >> 20} MiB")
    return made


def bare(home) -> dict[str, str]:
    """Give an environment in which no Python of this machine is to be found."""
    return {"HOME": str(home), "PATH": str(home), "LANG": "C.UTF-8"}


def test_a_whole_day_and_every_export_come_out_of_it(program, tmp_path):
    out = tmp_path / "out"
    ran = subprocess.run(
        [program, "demo", "--headless", "--seed", "7", "--to", out],
        env=bare(tmp_path), capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert set(WRITTEN) == set(FORMATS)
    for name in WRITTEN.values():
        assert (out / name).stat().st_size, name
    assert list((out / "letters").glob("*.docx"))
    assert list((out / "letters").glob("*.odt"))


def test_the_manual_and_another_language_are_in_it(program, tmp_path):
    def said(*words):
        return subprocess.run(
            [program, *words], env=bare(tmp_path), capture_output=True, text=True, check=True
        ).stdout

    assert "PageDown" in said("guide", "keys")
    folder = tmp_path / "dydd"
    said("demo", "--headless", "--short", "--seed", "3", "--keep", str(folder))
    settings = folder / "session.toml"
    settings.write_text(
        "\n".join(
            line for line in settings.read_text("utf-8").splitlines() if not line.startswith("language")
        ),
        "utf-8",
    )
    settings.write_text('language = "cy"\n' + settings.read_text("utf-8"), "utf-8")
    (folder / "record.jsonl").unlink()
    said("print", str(folder), "--to", str(tmp_path / "prints"))
    pages = [page.read_text("utf-8") for page in (tmp_path / "prints").rglob("*.html")]
    assert pages
    assert all('lang="cy"' in page for page in pages)


def test_its_wall_is_led_through_a_day_by_one_key(program, tmp_path):
    wall = Terminal(
        str(program), "demo", "--short", "--seed", "3", "--speed", "500", "--host", "127.0.0.1", "--port", "0",
        home=tmp_path,
    )  # fmt: skip
    try:
        wall.wait_for("7 of 8 of us are here")
        seen = "\n".join(press_on(wall, "the end of the day"))
        for words in ("We are split", "We agree: yes", "What we decided"):
            assert words in seen, words
    finally:
        wall.close()
