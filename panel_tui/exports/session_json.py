"""`session.json`: all of it in one file. Numbers are written exactly, as they were given or to six decimals."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from .material import File, Material

_encoder = msgspec.json.Encoder(decimal_format="number")


def session_json(material: Material) -> Iterator[File]:
    """Make `session.json`; in public, its rows by member are empty lists."""
    account = material.account
    raw = _encoder.encode(
        {
            "session": account.session,
            "criteria": account.criteria,
            "applications": account.applications,
            "members": account.members,
            "scores": account.scores,
            "results": account.results,
            "rounds": account.rounds,
            "reasons": account.reasons,
            "decisions": account.decisions,
            "conflicts": account.conflicts,
            "timings": account.timings,
            "interventions": account.interventions,
            "head": material.head,
            "program": material.program,
        }
    )
    yield File("session.json", [msgspec.json.format(raw, indent=1), b"\n"])
