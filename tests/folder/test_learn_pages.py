"""Pages to learn from in session.toml: a file of the folder or a page of ours, read whole or refused by name."""

import os

import pytest

from panel_tui.folder import read_session
from panel_tui.folder.learn_pages import read_pages
from panel_tui.folder.settings import read_settings
from sessions.model.session import StepKind
from sessions.plan.only_before import written_agenda
from sessions.wording import english
from sessions.wording.learning import BUILT_IN

END = '[[step]]\nkind = "applications"\n[[step]]\nkind = "budget"\n'


def step(file="", kind="learn"):
    return f'[[step]]\nkind = "{kind}"\n' + (f"file = '{file}'\n" if file else "")


@pytest.fixture
def folder(make_folder, good_toml):
    """Give a function that writes a folder with one step to read and the pages given, by path."""

    def make(toml, **pages):
        made = make_folder(good_toml + toml + END)
        (made / "learn").mkdir()
        for name, data in pages.items():
            path = made / "learn" / f"{name}.md"
            path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return made

    return make


def read(made):
    reading = read_session(made)
    assert reading.faults == (), [str(fault) for fault in reading.faults]
    return [one for one in reading.session.steps if one.file]


def test_a_page_of_the_folder_is_in_the_plan_whole_and_names_its_step(folder):
    [page] = read(folder(step("learn/bias.md"), bias="# Think twice\n\nWe *all* judge.\n"))
    assert (page.kind, page.title, page.text) == (
        StepKind.LEARN,
        "Think twice",
        "# Think twice\n\nWe *all* judge.",
    )
    assert page.easy == ""


def test_its_easy_read_twin_lies_beside_it(folder):
    made = folder(
        step("learn/bias.md"), bias="# Think twice\n\nWe judge.", **{"bias.easy": "# Think\n- Wait."}
    )
    [page] = read(made)
    assert page.easy == "# Think\n- Wait."


def test_a_note_may_have_a_page_too(folder):
    [page] = read(folder(step("learn/bias.md", "note"), bias="Just so."))
    assert (page.kind, page.text) == (StepKind.NOTE, "Just so.")


@pytest.mark.parametrize("name", sorted(set(BUILT_IN) - {"funder-rules"}))
def test_every_page_of_ours_is_there_by_its_name(folder, name):
    [page] = read(folder(step(name)))
    assert page.text == english()[f"learn.page.{name}"]
    assert page.easy == english()[f"learn.easy.{name}"]
    assert page.title


def test_our_page_of_the_funders_rules_lists_them_in_the_funders_words(tmp_path, good_toml):
    settings, _ = read_settings((good_toml + step("funder-rules")).encode())
    read_pages(tmp_path, settings.lines, ("No more than £10,000.", "Nobody is paid twice."))
    [line] = settings.lines
    assert "- No more than £10,000.\n- Nobody is paid twice.\n" in line.text
    assert "- Nobody is paid twice." in line.easy
    assert line.title == "The funder's rules"


def test_a_page_of_ours_is_in_the_language_of_the_room(make_folder, good_toml):
    made = make_folder('language = "cy"\n' + good_toml + step("bias") + END)
    [page] = read(made)
    assert page.text != english()["learn.page.bias"]
    assert page.text.startswith("# ")


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        (step(), "needs a file"),
        (step("bais"), "Did you mean “bias”"),
        (step("zebra"), "Pages of ours are: today"),
        (step("learn/bais.md"), "Did you mean “learn/bias.md”"),
        (step("bias.md"), "Did you mean “learn/bias.md”"),
        (step("learn/other.md", "note"), "There is no page “learn/other.md”"),
        (step("../secret.md"), "is no page of this folder"),
        (step("learn/../../secret.md"), "is no page of this folder"),
        (step("/etc/secret.md"), "is no page of this folder"),
        (step("C:\\secret.md"), "is no page of this folder"),
        (step("/"), "is no page of this folder"),
        (step("learn/bias.txt"), "is no page of this folder"),
        (step("funder-rules"), "no rules of the funder"),
        ('[[step]]\nkind = "break"\nfile = "bias"\n', "file"),
    ],
)
def test_what_is_wrong_is_refused_by_its_line(folder, toml, said):
    made = folder(toml, bias="# Bias\n\nSo.")
    (made.parent / "secret.md").write_text("# Not for here")
    faults = read_session(made).faults
    assert len(faults) == 1, [str(fault) for fault in faults]
    assert faults[0].file == "session.toml"
    assert faults[0].line
    assert said in str(faults[0])
    assert "{" not in str(faults[0])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "nothing to read"),
        (b"  \n---\n", "nothing to read"),
        (b"x" * 70_000, "larger than"),
        (b"\x81\x8d\x8f", "cannot be made out"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(folder, data, said):
    [fault] = read_session(folder(step("learn/bias.md"), bias=data)).faults
    assert said in str(fault)
    assert "learn/bias.md" in str(fault)
    assert fault.line


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="no links")
def test_no_link_is_followed_out_of_the_folder(folder, tmp_path):
    made = folder(step("learn/bias.md"))
    (tmp_path / "secret.md").write_text("# Not for here")
    (made / "learn" / "bias.md").symlink_to(tmp_path / "secret.md")
    assert "link" in str(read_session(made).faults[0])
    (made / "learn" / "bias.md").unlink()
    (made / "learn").rmdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "bias.md").write_text("# Not for here")
    (made / "learn").symlink_to(tmp_path / "elsewhere")
    assert "link" in str(read_session(made).faults[0])


def test_a_page_edited_later_is_noticed_and_one_of_ours_worded_anew_is_not(folder):
    made = folder(step("learn/bias.md") + step("today"), bias="# One\n\nOne.")
    before = read_session(made).session
    (made / "learn" / "bias.md").write_text("# One\n\nTwo.")
    after = read_session(made).session
    assert written_agenda(before) != written_agenda(after)
    (made / "learn" / "bias.md").write_text("# One\n\nOne.")
    (made / "wording.toml").write_text('"learn.page.today" = "# How today works"\n')
    again = read_session(made)
    assert again.faults == ()
    assert again.session.steps != before.steps
    assert written_agenda(before) == written_agenda(again.session)


WORKSHOP = '[[step]]\nkind = "workshop"\nask = "What shall we ask?"\n'
MET = '[[step]]\nkind = "interview"\nref = "A01"\nask = "{}"\n'


def test_an_interview_may_ask_what_a_workshop_before_it_kept(folder):
    made = folder(WORKSHOP + MET.format("What shall we ask?") + '[[step]]\nkind = "interview"\nref = "A02"\n')
    reading = read_session(made)
    assert reading.faults == (), [str(fault) for fault in reading.faults]
    asks = [one.ask for one in reading.session.steps if one.kind is StepKind.INTERVIEW]
    assert asks == ["What shall we ask?"] * 2


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        (WORKSHOP + MET.format("What shall we aks?"), "Did you mean “What shall we ask?”"),
        (MET.format("What shall we ask?") + WORKSHOP, "No workshop before this interview"),
        (
            WORKSHOP + MET.format("What shall we ask?") + f"questions = {[f'Why {n}?' for n in range(12)]}\n",
            "too many",
        ),
        ('[[step]]\nkind = "note"\nask = "What?"\n', "ask"),
    ],
)
def test_a_list_that_cannot_be_asked_is_refused_by_its_line(folder, toml, said):
    faults = read_session(folder(toml)).faults
    assert [said in str(fault) for fault in faults] == [True], [str(fault) for fault in faults]
    assert faults[0].line
