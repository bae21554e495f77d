"""The `data-page` of each kind of page, by which a program that reads them knows it (`contract.md`)."""

from __future__ import annotations

from . import pages as p

NAMES: dict[type[p.Page], str] = {
    p.Join: "join",
    p.TakeSeat: "seat",
    p.MakeHandRound: "hand-round",
    p.HandRound: "hand-round",
    p.HandRoundCode: "hand-round",
    p.Wait: "wait",
    p.Practice: "practice",
    p.Score: "score",
    p.Check: "check",
    p.Received: "received",
    p.SteppingOut: "stepping-out",
    p.Ballot: "ballot",
    p.Reason: "reason",
    p.Minority: "minority",
    p.Confidence: "confidence",
    p.Workshop: "workshop",
    p.Rank: "rank",
    p.Result: "result",
    p.OnBreak: "break",
    p.Ended: "ended",
    p.MyDay: "mine",
    p.Turned: "refused",
}
