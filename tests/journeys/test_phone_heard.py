"""Every page as it is heard: the accessibility tree in order against the view, nothing twice, errors linked."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from screens.phone.preferences import eased_page
from sessions.views.phone.pages import ASKING
from tests.journeys.accessibility_tree import description, invalid, tree
from tests.journeys.test_phone_access import gallery
from tests.web.gallery import PAGES
from tests.web.should_be_heard import should_be_heard

Heard = tuple[str, str]


def missed(heard: list[Heard], expected: list[Heard]) -> list[Heard]:
    """Give what should be heard and is not, or not where it belongs: after all that comes before it."""
    at, gone = 0, []
    for role, words in expected:
        wanted = " ".join(words.split())
        for place in range(at, len(heard)):
            found, said = heard[place]
            if found == role and (wanted in said if role == "text" else wanted == said):
                at = place  # a run of words may hold what comes next as well
                break
        else:
            gone.append((role, words))
    return gone


def twice(heard: list[Heard]) -> list[str]:
    """Give what is said more than once: sentences, headings and the names of controls. Short answers may recur."""
    said: Counter[str] = Counter()
    asked = {words for role, words in heard if role.startswith("heading")}
    for role, words in heard:
        if role in ("textbox", "combobox") and words in asked:
            continue  # a field is called by the heading that asks
        sentences = re.split(r"(?<=[.?!:]) ", words) if role == "text" else [words]
        said.update({one.strip() for one in sentences if len(one.split()) >= 3 or role.startswith("heading")})
    return [one for one, times in said.items() if times > 1]


# Each is heard where it belongs, and says which it is about.
_MAY_RECUR = {
    "The facilitator has been told, without your name.",  # below each hand that is up
}
_WITHOUT_FIELDS = (
    "wall-asked",
    "wall-day-over",
    "hand-round-none",
    "open-scores",
    "practice-check",
    "practice-received",
    "practice-done",
)
# A page of contents names what it leads to; a list of what one gave has the same questions for each application.
_LISTS = ("mine", "applications", "open-scores")


async def test_every_page_is_heard_in_order_as_its_view_has_it(tmp_path: Path) -> None:
    wrong = {}
    async with gallery(tmp_path) as visit:
        phone = await visit.phone(320)
        for name, page in PAGES.items():
            await phone.goto(f"{visit.home}/page/{name}")
            heard = (await tree(phone)).whole()
            if gone := missed(heard, should_be_heard(page)):
                wrong[name] = gone
            assert [role for role, _ in heard].count("heading 1") == 1, name
    assert wrong == {}


async def test_no_page_says_anything_twice(tmp_path: Path) -> None:
    wrong = {}
    async with gallery(tmp_path) as visit:
        phone = await visit.phone(320)
        for easy in ("plain", "read"):
            for name in PAGES:
                await phone.goto(f"{visit.home}/page/{name}?easy={easy}")
                heard = (await tree(phone)).under("main")
                doubled = set(twice(heard)) - _MAY_RECUR
                if doubled and not name.startswith(_LISTS):
                    wrong[name, easy] = doubled
    assert wrong == {}


async def test_easy_read_is_heard_first_and_in_its_own_words(tmp_path: Path) -> None:
    async with gallery(tmp_path) as visit:
        phone = await visit.phone(320)
        for name, page in PAGES.items():
            await phone.goto(f"{visit.home}/page/{name}?easy=read")
            first = (await tree(phone)).under("main")[0]
            assert first == ("text", eased_page(page).words), name


async def test_what_is_to_be_put_right_is_heard_with_its_field_and_named_in_the_title(tmp_path: Path) -> None:
    fault = "Please look at this once more."
    async with gallery(tmp_path) as visit:
        phone = await visit.phone(320)
        asked = [name for name, page in PAGES.items() if isinstance(page, ASKING)]
        met = set()
        for name in asked:
            await phone.goto(f"{visit.home}/page/{name}?fault={fault}")
            seen = await tree(phone)
            if fault not in str(seen.whole()):
                met.add(name)
                continue
            assert seen.title.startswith("Please check:"), name
            assert str(seen.under("main")).count(fault) == 1, f"{name}: said twice"
            roles = ("group", "radiogroup", "textbox", "combobox")
            marked = [node for one in roles for node in seen.all(one) if invalid(node)]
            buttons = [node for node in seen.all("button") if fault in description(node)]
            assert marked or buttons, f"{name}: nothing is marked"
            assert all(fault in description(node) for node in marked), name
            focus = await phone.evaluate("document.activeElement.matches('input, textarea, select, button')")
            assert focus, f"{name}: the focus is not where it is put right"
        assert met <= {name for name in asked if name in _WITHOUT_FIELDS}
