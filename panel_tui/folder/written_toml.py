"""Write a session's settings as session.toml: what `check` reads back is what was given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from panel_tui.folder.tidy import quoted
from sessions.model.funder_rule import FunderRule
from sessions.model.invite import InviteDetails
from sessions.model.letterhead import Letterhead
from sessions.model.session import Consensus, Criterion, Member, Scale, Session
from sessions.model.stage import Stage

_NO_INVITE = InviteDetails()


def settings_text(
    model: Session, letters: Letterhead, notes: dict[str, str], invite: InviteDetails = _NO_INVITE
) -> str:
    """Write it. `notes` are sentences that stand before a setting, by its name; "" is the first line's."""
    blocks = (
        _top(model, notes),
        _stage(model.stage, notes),
        _scale("scale", model.scale),
        *(_criterion(one, model.scale) for one in model.criteria),
        _consensus(model.consensus),
        ["[ties]", f"order = {_texts(model.ties)}"],
        *(
            [
                "[[strand]]",
                f"key = {quoted(one.key)}",
                f"title = {quoted(one.title)}",
                f"pot = {_number(one.pot)}",
                *([] if one.awards is None else [f"awards = {one.awards}"]),
            ]
            for one in model.strands
        ),
        *map(_funder_rule, model.funder_rules),
        _open_data(model),
        _wifi(model),
        _letters(letters),
        _invite(invite),
        *map(_member, _written_members(model.members)),
    )
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _top(model: Session, notes: dict[str, str]) -> list[str]:
    lines = [*_note(notes, ""), f"title = {quoted(model.title)}", *_note(notes, "date")]
    if model.date is not None:
        lines.append(f"date = {model.date.isoformat()}")
    if model.programme:
        lines.append(f"programme = {quoted(model.programme)}")
    if model.place:
        lines.append(f"place = {quoted(model.place)}")
    lines.append(f"currency = {quoted(model.currency)}")
    if model.pot:
        lines += [*_note(notes, "pot"), f"pot = {_number(model.pot)}"]
    lines += [f"seats = {len(model.members)}", f"joining = {quoted(model.joining.value)}"]
    if model.start is not None:
        lines.append(f"start = {model.start:%H:%M:%S}")
    return [
        *lines,
        f"quorum = {model.quorum}",
        f"language = {quoted(model.language)}",
        f"order = {quoted(model.order)}",
    ]


def _note(notes: dict[str, str], key: str) -> list[str]:
    return [f"# {line}" for line in notes.get(key, "").split("\n") if line]


def _stage(stage: Stage | None, notes: dict[str, str]) -> list[str]:
    if stage is None:
        return []
    lines = ["[stage]", f"name = {quoted(stage.name.value)}"]
    if stage.follows:
        lines += [f"follows = {quoted(stage.follows)}", f"head = {quoted(stage.head)}"]
    if stage.places is not None:
        lines += [f"places = {stage.places}", f"verdicts = {_texts(stage.verdicts)}"]
    return [*lines, *_note(notes, "earlier"), f"earlier = {_number(stage.earlier)}"]


def _scale(name: str, scale: Scale) -> list[str]:
    return [f"[{name}]", *_points(scale)]


def _points(scale: Scale) -> list[str]:
    ends = [f"low = {scale.low}", f"high = {scale.high}", f"best = {quoted(scale.best)}"]
    return [*ends, f"words = {_texts(scale.words)}"]


def _criterion(one: Criterion, usual: Scale) -> list[str]:
    return [
        "[[criterion]]",
        f"key = {quoted(one.key)}",
        f"question = {quoted(one.question)}",
        f"weight = {_number(one.weight)}",
        f"counted = {'true' if one.counted else 'false'}",
        *([] if one.scale == usual else _points(one.scale)),
    ]


def _consensus(one: Consensus) -> list[str]:
    return [
        "[consensus]",
        f"question = {quoted(one.question)}",
        f"options = {_texts(one.options)}",
        f"rule = {quoted(one.rule.value)}",
        f"rounds = {one.rounds}",
        f"small = {quoted(one.small.value)}",
    ]


def _funder_rule(one: FunderRule) -> list[str]:
    most = [] if one.max_award is None else [f"max_award = {_number(one.max_award)}"]
    each = [] if one.per_organisation is None else [f"per_organisation = {one.per_organisation}"]
    return ["[[funder_rule]]", f"rule = {quoted(one.rule)}", *most, *each]


def _open_data(model: Session) -> list[str]:
    given = model.open_data
    if given is None:
        return []
    pairs = (("funder_id", given.funder_id), ("funder_name", given.funder_name), ("prefix", given.prefix))
    return ["[open_data]", *(f"{key} = {quoted(words)}" for key, words in pairs)]


def _wifi(model: Session) -> list[str]:
    wifi = model.wifi
    if wifi is None:
        return []
    return ["[wifi]", f"name = {quoted(wifi.name)}", f"password = {quoted(wifi.password)}"]


def _letters(head: Letterhead) -> list[str]:
    lines = []
    if head.sender:
        lines.append(f"sender = {_texts(head.sender)}")
    if head.signature:
        lines.append(f"signature = {_texts(head.signature)}")
    if head.reference:
        lines.append(f"reference = {quoted(head.reference)}")
    return ["[letters]", *lines] if lines else []


def _invite(details: InviteDetails) -> list[str]:
    given = [(key, getattr(details, key)) for key in details.__struct_fields__]
    lines = [f"{key} = {_texts(said)}" for key, said in given if said]
    return ["[invite]", *lines] if lines else []


def _written_members(members: tuple[Member, ...]) -> tuple[Member, ...]:
    """Return those up to the last of whom there is something to write: members take the first seats in order."""
    told = [one.seat for one in members if one.label or one.conflicts or one.asked]
    return tuple(one for one in members if one.seat <= max(told, default=0))


def _member(one: Member) -> list[str]:
    label = [f"label = {quoted(one.label)}"] if one.label else []
    conflicts = [f"conflicts = {_texts(one.conflicts)}"] if one.conflicts or one.asked else []
    return ["[[member]]", *label, *conflicts]


def _texts(texts: Iterable[str]) -> str:
    return f"[{', '.join(_each(texts))}]"


def _each(texts: Iterable[str]) -> Iterator[str]:
    return map(quoted, texts)


def _number(number: Decimal) -> str:
    return f"{number:f}"
