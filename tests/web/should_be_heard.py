"""What a page of the gallery should be heard to say, in order: taken from its view, and from the words of its buttons.

Each thing heard is a role and words. What is folded away is not heard before it is unfolded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sessions.views.phone import pages as p
from sessions.views.shapes import Written
from sessions.wording import say

Heard = tuple[str, str]


def text(*words: str) -> list[Heard]:
    return [("text", one) for one in words if one]


def heading(words: str, level: int = 1) -> Heard:
    return f"heading {level}", words


def button(key: str, **gaps: object) -> Heard:
    return "button", say(key, **gaps)


def link(key: str) -> Heard:
    return "link", say(key)


def radios(choices: Iterable[p.Choice]) -> list[Heard]:
    return [("radio", one.words) for one in choices]


def box(words: str) -> Heard:
    return "textbox", words


def answers(lines: Iterable[p.Said], *, change: bool) -> Iterator[Heard]:
    for one in lines:
        words = say("phone.not-answered") if change and not one.answered else one.words
        yield from text(one.question, words)
        if change:
            what = say("phone.change") if one.answered else say("phone.answer-it")
            which = say("phone.change-which", number=one.number, question=one.question)
            yield "link", f"{what} {which}"


def shapes(page: p.Wait | p.Result) -> Iterator[Heard]:
    for title, words, bars in page.shapes:
        yield heading(title, 2)
        yield from text(words, *(f"{one.label} {one.count}" for one in bars))


def batches(written: Iterable[Written]) -> Iterator[Heard]:
    for one in written:
        yield heading(one.heading, 2)
        yield from text(*one.texts, one.hidden)


def should_be_heard(page: p.AnyPage) -> list[Heard]:
    """Say what a page has to be heard to say, the first thing first."""
    about = getattr(page, "about", None)
    title = text(about.title) if about else []
    match page:
        case p.JoinPage():
            label = say("phone.join-label-open" if page.open_doors else "phone.join-label")
            return [
                *text(page.message, page.session),
                heading(say("phone.join")),
                box(label),
                button("phone.join-button"),
            ]
        case p.TakeSeat(holds=held) if held:
            move = button("phone.move-seat", seat=page.number) if page.number else button("phone.move-free")
            return [heading(say("phone.have-seat", seat=held)), button("phone.stay-seat", seat=held), move]
        case p.TakeSeat():
            asked = say("phone.take", seat=page.number) if page.number else say("phone.take-free")
            return [*text(page.session), heading(asked), button("phone.take-button")]
        case p.ScreenPage():
            head = heading(say("elsewhere.over" if page.over else "elsewhere.ask"))
            asked = [] if page.code or page.done else [*text(page.fault), box(say("elsewhere.code"))]
            end = button("phone.look-again" if page.done else "elsewhere.show")
            return [*text(page.session), head, *text(page.over), *asked, end]
        case p.MakeSharedDevicePage():
            return [*text(page.session), heading(say("hand_round.make")), button("hand_round.make-button")]
        case p.SharedDevicePage():
            seats = [("radio", say("hand_round.pick-seat", seat=seat)) for seat in page.seats]
            number = [box(say("hand_round.pick-number"))] if page.most and not page.seats else []
            end = button("hand_round.pick-button" if page.most else "phone.look-again")
            return [
                *text(page.message, page.session),
                heading(say("hand_round.pick")),
                *seats,
                *number,
                end,
            ]
        case p.SharedDeviceCodePage():
            asked = say("hand_round.code-last" if page.short else "hand_round.code", seat=page.number)
            end = [button("hand_round.code-button"), link("hand_round.code-other")]
            return [heading(asked), box(asked), *end]
        case p.Wait():
            own = [heading(say("phone.own-code"), 2), *text(page.own_code)] if page.own_code else []
            above = title if about and about.title != page.heading else []
            summary = text(*about.summary.split("\n\n")) if about and page.reading else []
            said = [*text(page.kept, *page.lines), *shapes(page), *batches(page.written), *summary]
            return [*own, *above, heading(page.heading), *said, button("phone.look-again"), *_links(page)]
        case p.PracticePage(done=True):
            return [heading(say("phone.practice-done")), button("phone.look-again")]
        case p.PracticePage(part="question"):
            return [heading(page.question), *radios(page.choices), button("phone.score-button")]
        case p.PracticePage(part="ballot"):
            return [heading(page.question), *radios(page.choices), button("phone.ballot-button")]
        case p.PracticePage():
            end = button("phone.practice-to-ballot" if page.part == "received" else "phone.hand-in")
            return [heading(page.question), *answers(page.answers, change=True), end]
        case p.Score():
            order = text(say("phone.question-of", number=page.number, of=page.of))
            said = say("phone.said", said=page.said) if page.said else ""
            asked = [] if page.choices else [box(page.question)]
            picked = [*text(page.before, said), *asked, *radios((*page.choices, *page.others))]
            first = [*text(page.message), *title, *order, heading(page.question)]
            return [*first, *picked, button("phone.score-button")]
        case p.CheckPage():
            lines = answers(page.answers, change=True)
            return [
                *title,
                heading(say("phone.check")),
                *text(page.left_out),
                *lines,
                button("phone.hand-in"),
            ]
        case p.Received():
            receipt = say("phone.receipt", receipt=page.receipt) if page.receipt else ""
            said = [*text(page.others, receipt), *answers(page.answers, change=page.open)]
            return [*title, heading(say("phone.received")), *said, button("phone.look-again")]
        case p.SteppingOut():
            return [*title, *_stepping_out(page)]
        case p.BallotPage():
            again = say("phone.ballot-again") if page.again else ""
            said = text(again, say("phone.ballot-promise"))
            end = button("phone.ballot-button")
            return [*title, heading(page.question), *said, *radios(page.choices), end]
        case p.AskTheRoom():
            return [heading(page.question), *radios(page.choices), button("phone.ballot-button")]
        case p.Reason():
            asked = box(say("people.reason.question"))
            head = heading(say("views.phone.ballot-in.heading"))
            return [*text(page.message), *title, head, asked, button("people.reason.button")]
        case p.Minority():
            asked = box(say("people.minority.offer"))
            head = heading(say("people.minority.question"))
            return [*title, head, asked, *text(page.promise[0]), button("people.minority.button")]
        case p.MyQuestions():
            asked = box(say("people.ask.label"))
            end = [*text(*page.promise), button("people.ask.button")]
            return [*title, heading(say("people.ask.heading")), asked, *end]
        case p.ConfidencePage():
            again = say("people.confidence.given") if page.again else ""
            end = [button("people.confidence.button"), *text(*page.promise)]
            return [heading(page.question), *text(again), *radios(page.choices), *end]
        case p.Workshop():
            boxes = [
                box(say("workshops.box" if page.own else "people.workshop.box", n=n)) for n in page.boxes
            ]
            shares = [box(question) for question in page.questions]
            end = button("people.confidence.button")
            return [heading(page.heading), *text(*page.lines), *boxes, *shares, end]
        case p.Rank(tied=(_, _)):
            names = [("button", f"{one.title} {one.about}".strip()) for one in page.tied]
            return [heading(page.question), *names, button("phone.cant-say")]
        case p.Rank():
            names = [("combobox", f"{one.title} {one.about}".strip()) for one in page.tied]
            return [heading(page.question), *names, ("checkbox", say("phone.cant-say")), _end("ballot")]
        case p.OpenScores():
            return [*title, *_open_scores(page)]
        case p.Result():
            kept = say("people.minority.in") if page.differed else ""
            listed = [f"{line} {remark}".strip() for line, remark in page.listed]
            said = [*text(kept, *listed, *page.lines), *shapes(page), *batches(page.written)]
            differ = "people.minority.again" if page.differed else "people.minority.offer"
            return [heading(page.heading), *said, *([link(differ)] if page.may_differ else [])]
        case p.MoneyList():
            rows = [text(row.title, row.facts, row.gets) for row in page.rows]
            rows.insert(page.line, text(page.line_words))
            lines = [heard for row in rows for heard in row]
            return [heading(page.heading), *text(*page.lines, page.left), *lines, *text(*page.notes)]
        case p.OnBreak():
            back = f"{page.back_at.hour}:{page.back_at:%M}"
            return [heading(say("phone.break")), *text(say("phone.back-at", at=back))]
        case p.Overnight():
            end = button("nights.phone.here" if page.may_return else "phone.look-again")
            return [heading(page.heading), *text(page.again, *page.lines), end]
        case p.InterviewPage():
            above = text(page.caption) if page.caption else title
            said = text(*page.lines, *page.hints, *page.questions)
            end = button("interviews.phone.pass" if page.may_pass else "phone.look-again")
            return [*above, heading(page.heading), *said, end]
        case p.LearnPage():
            return [heading(page.heading), button("phone.look-again")]
        case p.Ended():
            ends = [heard for one, what in page.decisions for heard in text(one, what)]
            return [heading(page.heading), *text(*page.lines), *ends, *batches(page.written)]
        case p.Applications():
            all_ = [heard for one in page.all for heard in (heading(one.title, 2), *text(one.asks))]
            return [heading(say("phone.applications")), button("phone.mine-back"), *all_]
        case p.MyDay():
            given = [heard for one in page.given for heard in _given(one)]
            return [
                heading(say("phone.mine")),
                button("phone.mine-back"),
                *text(page.code, page.pattern),
                *given,
            ]
        case p.Turned():
            return [heading(page.heading), *text(page.message), button("phone.go-on")]
    raise AssertionError(f"nobody has said what is heard of {type(page).__name__}")


def _end(kind: str) -> Heard:
    return button(f"phone.{kind}-button")


def _links(page: p.Wait) -> Iterator[Heard]:
    again = (page.may_agree_again, page.may_change_list, page.may_answer_again)
    if page.shows_others:
        yield button("interviews.phone.open-all")
    if page.may_ask:
        yield link("people.ask.again" if page.asked else "people.ask.link")
    if page.may_vote_again:
        yield link("phone.vote-again")
    if page.may_say_why:
        yield link("people.reason.again")
    if any(again):
        yield link("people.confidence.again")


def _stepping_out(page: p.SteppingOut) -> list[Heard]:
    if page.late:
        return [heading(say("changes.late.heading")), button("changes.late.no"), button("changes.late.yes")]
    if page.sure:
        return [heading(say("changes.ask.sure")), *text(page.sure), button("changes.ask.sure.yes")]
    if not page.out:
        told = say("phone.stepping-until" if page.may_return else "phone.stepping-final")
        return [heading(say("phone.stepping-ask")), *text(told), button("phone.stepping-yes")]
    told = say("phone.stepping-until" if page.may_return else "phone.stepping-stands")
    back = [button("phone.stepping-back")] if page.may_return else []
    return [heading(say("phone.stepping-out")), *text(told), *back]


def _open_scores(page: p.OpenScores) -> list[Heard]:
    if page.choices:
        given = say("people.confidence.given") if page.again else ""
        end = button("small.ask.button")
        return [heading(page.heading), *text(given, *page.lines), *radios(page.choices), end]
    if page.change:
        asked = [] if page.change.choices else [box(page.heading)]
        said = text(say("phone.said", said=page.said), *page.lines)
        picked = [*asked, *_named(page), box(say("small.change.why"))]
        return [heading(page.heading), *said, *picked, button("small.change.button")]
    cards = [heard for one in page.questions for heard in (heading(one.question, 2), *text(*one.cards))]
    return [heading(page.heading), *text(*page.lines), *cards]


def _named(page: p.OpenScores) -> Iterator[Heard]:
    """Name what can be picked, with a mark on what this member gave."""
    assert page.change is not None
    for one in (*page.change.choices, *page.change.others):
        mine = one.value == page.given
        yield "radio", f"{one.words} {say('phone.own-answer')}" if mine else one.words


def _given(one: p.Given) -> Iterator[Heard]:
    yield heading(one.title, 2)
    yield from text(one.aside)
    yield from answers(one.answers, change=False)
    yield from text(one.decided, one.receipt)
