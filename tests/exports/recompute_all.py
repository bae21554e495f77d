"""Every export made again from `session.json` alone; nothing of ours is imported here.

The numbers come from the scores by the definitions in `sessions/README.md` (see `recompute`); what people decided
and wrote is taken from its rows. Files are given as they should be to the last byte, or as rows.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from decimal import Decimal
from fractions import Fraction
from math import ceil

from tests.exports.recompute import WORKED_OUT, Panel, at, back, exact, half_up, mean, place

COLUMNS = {
    "scores": "application,member,criterion,answer,value,source,helped,corrected",
    "results": "application,title,organisation,strand,asked,least,score,median,lowest,highest,scored_by,split,"
    "disagreement_index,rank,tie_break,fitted_rank,outcome,decision,amount,conditions,reasons,paid_from,"
    "score_now,score_before,against_rules",
    "criteria": "application,criterion,mean,median,lowest,highest,answered,cant_say,split",
    "rounds": "application,round,option,count,eligible,cast,outcome,rule,void",
    "conflicts": "application,member,declared,stepped_out,came_back,taken_back",
    "timings": "step,phase,planned_minutes,started,ended",
    "interventions": "when,what,application,why,was,now",
    "felt": "question,words,moment,band,answer,count,cant_say",
    "questions": "number,question,answer,first,count,eligible,cast,told,void",
}
_BANDS = ("low", "middle", "high")
GRANT = (
    "Identifier,Title,Description,Currency,Amount Applied For,Amount Awarded,Award Date,Recipient Org:Identifier,"
    "Recipient Org:Name,Funding Org:Identifier,Funding Org:Name,Beneficiary Location:0:Name,Grant Programme:0:Title,"
    "ref,strand,least,theme,Recipient Org:Charity Number,Recipient Org:Company Number,Planned Dates:0:Start Date,"
    "Planned Dates:0:End Date,Last Modified"
)
_RUNS = re.compile("^'*[=+\\-@\t\r＝＋－＠]")


def cell(value) -> str:
    """Write a value as a CSV has it."""
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, str):
        return "'" + value if _RUNS.match(value) else value
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def written(columns: str, rows) -> bytes:
    """Write rows as RFC 4180 has them."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    names = columns.split(",")
    writer.writerow(names)
    writer.writerows([cell(row[name]) for name in names] for row in rows)
    return text.getvalue().encode()


def csvs(told) -> dict[str, bytes]:
    """Make every CSV."""
    panel = Panel([{**row, "value": str(row["value"])} for row in told["scores"]], told)
    worked_out = panel.results()
    apart = ("criteria", "felt", "questions")
    rows = {name: told[name] for name in COLUMNS if name not in apart}
    rows["felt"] = [row for one in told["session"]["felt"] for row in _felt(one)]
    rows["questions"] = told["session"]["questions"]
    rows["results"] = [_result(row, worked_out, told) for row in told["results"]]
    rows["criteria"] = [
        _criterion(told, ref, one)
        for ref in dict.fromkeys(row["application"] for row in told["scores"])
        if ref not in aside(told)
        for one in told["criteria"]
    ]
    return {f"{name}.csv": codecs.BOM_UTF8 + written(COLUMNS[name], rows[name]) for name in COLUMNS}


def _felt(one):
    """Give a row for each band of a closing question; one without where fewer than five answered."""
    if not one["counts"]:
        return [{**one, "band": "", "answer": "", "count": None}]
    rows = zip(_BANDS, one["answers"], one["counts"], strict=True)
    return [{**one, "band": band, "answer": answer, "count": count} for band, answer, count in rows]


def aside(told) -> set[str]:
    """Name what was withdrawn, or not eligible: nothing is made of it but its row and its letter."""
    return {one["ref"] for one in told["session"]["aside"]}


def _result(row, worked_out, told):
    """Give a row of the results: the numbers from the scores, the facts from their own lists."""
    ref = row["application"]
    gone = {one["ref"]: one for one in told["session"]["aside"]}
    if ref in gone:
        names = ("title", "organisation", "strand", "asked", "least", "outcome")
        empty = dict.fromkeys(COLUMNS["results"].split(","), "")
        facts = {name: gone[ref][name] for name in names}
        return {**empty, "application": ref, **facts, "reasons": gone[ref]["why"]}
    one = next(one for one in told["applications"] if one["ref"] == ref)
    decided = {d["application"]: d for d in told["decisions"]}.get(ref)
    facts = {name: one[name] for name in ("title", "organisation", "strand", "asked", "least")}
    decision = (
        {name: decided[name] for name in ("decision", "amount", "conditions", "reasons")} if decided else {}
    )
    empty = {"decision": "", "amount": None, "conditions": "", "reasons": ""}
    return {
        "application": ref,
        "outcome": _outcome(told, row),
        **facts,
        **_numbers(worked_out.get(ref)),
        **(decision or empty),
        **({"amount": None} if shortlist(told) else {}),
        "paid_from": row["paid_from"],
        "against_rules": row["against_rules"],
    }


def _numbers(found):
    return found or dict.fromkeys(WORKED_OUT, "")


def shortlist(told) -> bool:
    """Say whether places were given out, and no money."""
    stage = told["session"]["stage"]
    return stage is not None and stage["places"] is not None


def _outcome(told, row) -> str:
    """Take the last standing ballot's outcome; what was agreed by talking stands with the results alone."""
    rounds = [
        r for r in told["rounds"] if r["application"] == row["application"] and not r["void"] and r["outcome"]
    ]
    talked = row["outcome"].startswith("Agreed by talking") or not rounds
    return row["outcome"] if talked else rounds[-1]["outcome"]


def _criterion(told, ref, one):
    """Work a criterion of an application out again, on its own scale."""
    rows = [row for row in told["scores"] if (row["application"], row["criterion"]) == (ref, one["key"])]
    values = [Fraction(row["value"]) for row in rows if row["answer"] == "score"]
    us, n = [place(value, one) for value in values], len(values)
    found = {
        "application": ref,
        "criterion": one["key"],
        "answered": n,
        "cant_say": sum(row["answer"] == "cant-say" for row in rows),
        **dict.fromkeys(("mean", "median", "lowest", "highest", "split")),
    }
    if n >= told["session"]["fewest"]:
        low, high = sum(u < Fraction(1, 3) for u in us), sum(u > Fraction(2, 3) for u in us)
        found |= {
            "mean": half_up(back(mean(us), one)),
            "median": half_up(at(Fraction(1, 2), values)),
            "lowest": half_up(min(values)),
            "highest": half_up(max(values)),
            "split": low >= ceil(Fraction(n, 3)) and high >= ceil(Fraction(n, 3)),
        }
    return found


def budget(told) -> list[dict]:
    """Make the rows of the workbook's budget."""
    left, rows = exact(told["session"]["pot"]), []
    decided_on = [row for row in told["results"] if row["application"] not in aside(told)]
    for row in sorted(decided_on, key=lambda row: row["rank"] or len(told["results"]) + 1):
        left -= exact(row["amount"] or 0)
        names = ("rank", "application", "title", "strand", "asked", "least", "decision", "amount")
        rows.append(
            {
                **{name: row[name] for name in names},
                "left": None if shortlist(told) else left,
                "paid_from": row["paid_from"],
                "moved": None,
                **{name: row[name] for name in ("organisation", "conditions")},
            }
        )
    return rows


def own_words(told) -> list[dict]:
    """Make the rows of the workbook's reasons."""
    rows = []
    for row in told["results"]:
        own = "" if row["application"] in aside(told) else row["reasons"]
        said = [("reasons", None, own), ("conditions", None, row["conditions"])]
        for beside in told["reasons"]:
            if beside["application"] == row["application"]:
                said += [(beside["said"], beside["round"] or None, words) for words in beside["reasons"]]
        rows += [
            {
                "application": row["application"],
                "title": row["title"],
                "said": kind,
                "round": number,
                "words": words,
            }
            for kind, number, words in said
            if words
        ]
    return rows


def grants(told) -> list[dict]:
    """Make the grants of 360Giving, in the titles of its CSV."""
    agreed, ids = told["session"], told["session"]["open_data"]
    if not agreed["confirmed"] or not ids:
        return []
    day = agreed["date"] or max(row["started"] for row in told["timings"])[:10]
    heard = {one["ref"]: one for one in told["applications"]}
    rows = []
    for row in told["results"]:
        if row["application"] in aside(told):
            continue
        one = heard[row["application"]]
        name = one["organisation"] or one["title"]
        short = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
        known = one["ref"].casefold().startswith(f"{ids['prefix']}-".casefold())
        round_ = re.sub(r"[^a-z0-9]+", "-", agreed["title"].casefold()).strip("-")[:40]
        made = "-".join(part for part in (ids["prefix"], day.replace("-", ""), round_, one["ref"]) if part)
        values = (
            one["ref"] if known else made, one["title"], one["summary"] or one["title"],
            agreed["currency"], one["asked"], row["amount"], f"{day}T00:00:00+00:00",
            f"{ids['prefix']}-ORG:{short or one['ref']}", name,
            ids["funder_id"], ids["funder_name"] or ids["funder_id"],
            one["place"], agreed["programme"], one["ref"], one["strand"], one["least"], one["theme"], "", "", "", "",
            f"{day}T00:00:00+00:00",
        )  # fmt: skip
        if row["amount"]:
            rows.append(dict(zip(GRANT.split(","), values, strict=True)))
    return rows


def votes(told) -> dict[str, dict[str, Fraction]]:
    """Make the votes of the Pabulib file: each member's own scores, to six decimals."""
    panel = Panel([{**row, "value": str(row["value"])} for row in told["scores"]], told)
    found: dict[str, dict[str, Fraction]] = {}
    for ref in panel.given:
        for member, u in panel.own(ref).items():
            found.setdefault(member, {})[ref] = Fraction(half_up(u))
    return found


def letters(told) -> list[dict]:
    """Say which letter each applicant gets, with its money and the panel's words."""
    heard = {one["ref"]: one for one in told["applications"]}
    rows = []
    unsaid = ("", None, "too-few")
    scored = {row["application"] for row in told["scores"] if row["answer"] not in ("none", "stepping-out")}
    scored |= {row["application"] for row in told["results"] if row["outcome"] not in unsaid}
    for decided in told["decisions"]:
        one = heard[decided["application"]]
        if decided["application"] not in scored:
            continue  # nobody looked at it: the panel has nothing to say of it in a letter
        given = decided["decision"] in ("fund", "fund in part")
        less = "award" if exact(decided["amount"]) >= exact(one["asked"]) else "award-less"
        other = "defer" if decided["decision"] == "reserve list" else "decline"
        rows.append(
            {
                "application": one["ref"], "title": one["title"], "organisation": one["organisation"],
                "letter": less if given else other, "asked": one["asked"], "amount": decided["amount"],
                "reasons": decided["reasons"], "conditions": decided["conditions"],
            }
        )  # fmt: skip
    for one in told["session"]["aside"]:
        facts = {name: one[name] for name in ("title", "organisation", "asked")}
        rule = one["why"] if one["outcome"] == "not-eligible" else ""
        ours = {
            "application": one["ref"],
            "letter": one["outcome"],
            "amount": 0,
            "reasons": rule,
            "conditions": "",
        }
        rows.append({**facts, **ours})
    return rows


def listed(told) -> list[list[str]]:
    """Make the readable record's list: rank, application, score, what it asks for, what it was given, what is left."""
    agreed = told["session"]
    panel = Panel([{**row, "value": str(row["value"])} for row in told["scores"]], told)
    left, rows = exact(agreed["pot"]), []
    for row in budget(told):
        ref, given = row["application"], exact(row["amount"] or 0)
        enough = ref in panel.given and len(panel.own(ref)) >= 5
        score = panel.weighed(panel.means(ref)) if enough else None
        left -= given
        rows.append(
            [
                "–" if score is None else str(row["rank"]),
                f"{ref} {row['title']}",
                "–" if score is None else half_up(back(score, agreed["scale"]), "0.01"),
                pounds(exact(row["asked"])),
                pounds(given) if given else "–",
                pounds(left) if given else "–",
            ]
        )
    return rows


def pounds(amount: Fraction) -> str:
    """Write money as people read it."""
    whole = amount.denominator == 1
    return (
        f"{'−' if amount < 0 else ''}£{abs(int(amount)):,}" if whole else f"£{Decimal(half_up(amount)):,.2f}"
    )
