"""Read a Pabulib file as its format's page says; nothing of ours. See https://pabulib.org/format."""

from __future__ import annotations

import csv
from fractions import Fraction
from typing import NamedTuple


class Election(NamedTuple):
    """A participatory budget: what it says of itself, each project's row, and each voter's points by project."""

    meta: dict[str, str]
    projects: dict[str, dict[str, str]]
    votes: dict[str, dict[str, Fraction]]


def read_election(text: str) -> Election:
    """Read the three sections in their order. Raises where a row does not fit its section."""
    section, head = "", []
    found: dict[str, list[dict[str, str]]] = {"META": [], "PROJECTS": [], "VOTES": []}
    for row in csv.reader(text.splitlines(), delimiter=";"):
        if row[0].strip().upper() in found and len(row) == 1:
            section, head = row[0].strip().upper(), []
        elif not head:
            head = [name.strip() for name in row]
        else:
            found[section].append(dict(zip(head, row, strict=True)))
    meta = {row["key"]: row["value"] for row in found["META"]}
    projects = {row["project_id"]: row for row in found["PROJECTS"]}
    votes = {}
    for row in found["VOTES"]:
        named, points = row["vote"].split(","), row["points"].split(",")
        votes[row["voter_id"]] = {
            name: Fraction(point) for name, point in zip(named, points, strict=True) if projects[name]
        }
    assert (len(projects), len(votes)) == (int(meta["num_projects"]), int(meta["num_votes"]))
    return Election(meta, projects, votes)
