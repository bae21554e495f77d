"""A second implementation, which knows only `scores.csv`, `session.json` and `sessions/README.md`; nothing of ours.

It is written another way round on purpose: everything from one list of numbers, one plain formula after another.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from math import ceil, floor

WORKED_OUT = (
    "score",
    "median",
    "lowest",
    "highest",
    "scored_by",
    "split",
    "disagreement_index",
    "rank",
    "tie_break",
    "fitted_rank",
    "score_now",
    "score_before",
)


def exact(number) -> Fraction:
    return Fraction(str(number))


def half_up(x: Fraction, to: str = "0.000001") -> str:
    with localcontext() as precise:
        precise.prec = 60
        up = (Decimal(x.numerator) / Decimal(x.denominator)).quantize(Decimal(to), ROUND_HALF_UP)
    return f"{up:f}"


def place(value: Fraction, scale) -> Fraction:
    u = (value - scale["low"]) / Fraction(scale["high"] - scale["low"])
    return 1 - u if scale["best"] == "low" else u


def back(u: Fraction, scale) -> Fraction:
    u = 1 - u if scale["best"] == "low" else u
    return scale["low"] + u * (scale["high"] - scale["low"])


def mean(values):
    return sum(values, Fraction()) / len(values)


def at(p: Fraction, values) -> Fraction:
    ordered, where = sorted(values), p * (len(values) - 1)
    low, high = ordered[floor(where)], ordered[ceil(where)]
    return low + (where - floor(where)) * (high - low)


class Panel:
    """The scores of `scores.csv`, and what `session.json` says was agreed."""

    def __init__(self, scores, session) -> None:
        self.agreed = session
        self.criteria = {one["key"]: one for one in session["criteria"]}
        # what was withdrawn, or not eligible, is in the scores and in nothing that is worked out
        self.aside = [one["ref"] for one in session["session"]["aside"]]
        scores = [row for row in scores if row["application"] not in self.aside]
        self.given: dict[str, dict[str, dict[str, Fraction]]] = {row["application"]: {} for row in scores}
        for row in scores:
            if row["answer"] == "score":
                u = place(Fraction(row["value"]), self.criteria[row["criterion"]])
                self.given[row["application"]].setdefault(row["member"], {})[row["criterion"]] = u

    def weighed(self, by_criterion) -> Fraction | None:
        counted = [(exact(one["weight"]), by_criterion[key]) for key, one in self.criteria.items()
                   if one["counted"] and key in by_criterion]  # fmt: skip
        return sum(w * u for w, u in counted) / sum(w for w, _ in counted) if counted else None

    def means(self, ref) -> dict[str, Fraction]:
        found = {
            key: [sheet[key] for sheet in self.given[ref].values() if key in sheet] for key in self.criteria
        }
        return {key: mean(us) for key, us in found.items() if us}

    def own(self, ref) -> dict[str, Fraction]:
        scores = {member: self.weighed(sheet) for member, sheet in self.given[ref].items()}
        return {member: u for member, u in scores.items() if u is not None}

    def results(self) -> dict[str, dict[str, str]]:
        fitted = self.fitted_ranks()
        return {
            ref: {**self.shape(ref), **self.order(ref), "fitted_rank": fitted.get(ref, "")}
            for ref in self.given
        } | {ref: dict.fromkeys(WORKED_OUT, "") for ref in self.aside}

    def then(self, ref) -> Fraction | None:
        """Give the earlier score, where a stage before gave one."""
        for stage in self.agreed["session"]["before"][-1:]:
            for one in stage["results"]:
                if one["application"] == ref and one["u"]:
                    return Fraction(one["u"])
        return None

    def together(self, ref, now: Fraction) -> Fraction:
        """Weigh the earlier score in, as the stage has agreed."""
        then, stage = self.then(ref), self.agreed["session"]["stage"]
        if then is None or not stage["earlier"]:
            return now
        earlier = exact(stage["earlier"])
        return (now + earlier * then) / (1 + earlier)

    def shape(self, ref) -> dict[str, str]:
        scale, score, own = (
            self.agreed["session"]["scale"],
            self.weighed(self.means(ref)),
            list(self.own(ref).values()),
        )
        told = dict.fromkeys(WORKED_OUT, "")
        told["scored_by"] = str(len(own))
        if (then := self.then(ref)) is not None:
            told["score_before"] = half_up(back(then, scale))
        if len(own) < 5:
            return told
        told["score"] = half_up(back(self.together(ref, score), scale))
        if self.agreed["session"]["before"]:
            told["score_now"] = half_up(back(score, scale))
        n, shown = len(own), [back(u, scale) for u in own]
        low, high = sum(u < Fraction(1, 3) for u in own), sum(u > Fraction(2, 3) for u in own)
        p30, p70 = (at(Fraction(p, 10), [1 + 8 * u for u in own]) for p in (3, 7))
        ipras = Fraction("2.35") + Fraction("1.5") * abs(5 - (p30 + p70) / 2)
        told["median"] = half_up(at(Fraction(1, 2), shown))
        told["lowest"], told["highest"] = half_up(min(shown)), half_up(max(shown))
        told["split"] = "yes" if low >= ceil(Fraction(n, 3)) and high >= ceil(Fraction(n, 3)) else ""
        told["disagreement_index"] = half_up((p70 - p30) / ipras)
        return told

    def keys(self, ref) -> list[tuple]:
        """Give what a scored application is ordered by, the score first; smaller comes first."""
        asked = {one["ref"]: exact(one["asked"]) for one in self.agreed["applications"]}
        means, keys = self.means(ref), [(-self.together(ref, self.weighed(self.means(ref))),)]
        for breaker in self.agreed["session"]["ties"]:
            if breaker.startswith("criterion:"):
                u = means.get(breaker[len("criterion:") :])
                keys.append((1, 0) if u is None else (0, -u))
            elif breaker == "fewer-low-scores":
                keys.append((sum(u < Fraction(1, 3) for u in self.own(ref).values()),))
            elif breaker == "smaller-ask":
                keys.append((asked[ref],))
            else:
                keys.append((self.sums().get(ref, 0),))
        return keys

    def sums(self) -> dict[str, int]:
        return {ref: n for one in self.agreed["session"]["tie_ballots"] for ref, n in one["sums"].items()}

    def order(self, ref) -> dict[str, str]:
        if len(self.own(ref)) < 5:
            return {"rank": "", "tie_break": ""}
        keys = {other: self.keys(other) for other in self.given if len(self.own(other)) >= 5}
        tied = [other for other in keys if keys[other][0] == keys[ref][0]]
        last = ""
        for number, breaker in enumerate(self.agreed["session"]["ties"], start=1):
            still = [other for other in tied if keys[other][number] == keys[ref][number]]
            last, tied = (breaker if len(still) < len(tied) else last), still
        return {"rank": str(1 + sum(other < keys[ref] for other in keys.values())), "tie_break": last}

    def fitted_ranks(self) -> dict[str, str]:
        own = {ref: self.own(ref) for ref in self.given if len(self.own(ref)) >= 5}
        often = {m: sum(m in row for row in own.values()) for row in own.values() for m in row}
        cells = [(ref, m, u) for ref, row in own.items() for m, u in row.items() if often[m] >= 5]
        if not cells or not connected([(ref, m) for ref, m, _ in cells]):
            return {}
        effects = least_squares(cells)
        return {ref: str(1 + sum(effects[other] > effects[ref] for other in effects)) for ref in effects}


def connected(edges) -> bool:
    """Join whatever shares a cell until nothing changes; one lump is connected."""
    lumps: list[set] = []
    for ref, member in edges:
        joined = {("a", ref), ("m", member)}
        apart = [lump for lump in lumps if not lump & joined]
        lumps = [*apart, joined.union(*(lump for lump in lumps if lump & joined))]
    return len(lumps) == 1


def least_squares(cells) -> dict[str, Fraction]:
    """Solve XᵀX b = Xᵀy for u = application + member, the first member held at nought, by Gauss and Jordan."""
    refs = list(dict.fromkeys(ref for ref, _, _ in cells))
    names = [*refs, *list(dict.fromkeys(m for _, m, _ in cells))[1:]]
    at_ = {name: i for i, name in enumerate(names)}
    table = [[Fraction()] * (len(names) + 1) for _ in names]
    for ref, member, u in cells:
        columns = [at_[one] for one in (ref, member) if one in at_]
        for row in columns:
            table[row][-1] += u
            for column in columns:
                table[row][column] += 1
    for i in range(len(names)):
        pivot = next(k for k in range(i, len(names)) if table[k][i])
        table[i], table[pivot] = table[pivot], table[i]
        table[i] = [x / table[i][i] for x in table[i]]
        for k in range(len(names)):
            if k != i and table[k][i]:
                by = table[k][i]
                table[k] = [x - by * y for x, y in zip(table[k], table[i], strict=True)]
    return {ref: table[at_[ref]][-1] for ref in refs}
