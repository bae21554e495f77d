"""The funder's rules: said in their own words where an award goes against one, and why we go on is asked.

What `check` says of money lies here too.
"""

RULES = {
    "rules.against.max-award": "“{title}” would get more than {most}. The funder's rule: {rule}",
    "rules.against.per-organisation": "{organisation} would get {now} awards, and {n} are allowed. The funder's rule: {rule}",
    "rules.against.per-organisation-one": "{organisation} would get {now} awards, and one is allowed. The funder's rule: {rule}",
    "rules.against.eligible": "Staff say that “{title}” does not meet the funder's rules.",
    "rules.ask": "This goes against a rule of the funder's",
    "rules.ask.why": "We can go on. Why do we? This is kept with the decision.",
    "rules.ask.kept": "It is kept with the decision.",
    "rules.ask.left": "Nothing was recorded. What the funder's rules say can be talked over first.",
    "rules.ask.all-kept": "It is kept with the decisions. Press the same key again to go on.",
    "rules.mark": "against a rule",
    "rules.more": "{n} more go against a rule.",
    "rules.more-one": "One more goes against a rule.",
    "rules.told.eligible": "Staff said that it does not meet the funder's rules.",
    "rules.because": "We went on because: {why}",
    "rules.pretend": "A pretend facilitator went on: this is a rehearsal.",
    "rules.not-said": "Nobody had said why when this was written.",
    "rules.heading": "What this goes against of the funder's rules, and why we went on",
    "rules.check": "The funder's rules, which the wall says where an award goes against one:",
    "rules.check.rule": "– {rule}",
    "rules.check.max-award": "– {rule} (warns above {most} in one award)",
    "rules.check.per-organisation": "– {rule} (warns above {n} awards to one organisation)",
    "rules.check.per-organisation-one": "– {rule} (warns above one award to one organisation)",
    "rules.check.both": "– {rule} (warns above {most} in one award, and above {n} awards to one organisation)",
    "rules.check.both-one": "– {rule} (warns above {most} in one award, and above one award to one organisation)",
    "rules.check.part-of-the-pot": "Of the pot, {pot} is for “{title}”: {n} applications, which ask for {asks}.",
    "rules.check.part-of-the-pot-one": "Of the pot, {pot} is for “{title}”: 1 application, which asks for {asks}.",
    "rules.check.above": "{refs}: asks for more than {most}, the most the funder gives in one award. What to give is still yours to decide.",
    "rules.check.several": "{organisation} has several applications ({refs}), and the funder gives one organisation at most {n} awards.",
    "rules.check.several-one": "{organisation} has several applications ({refs}), and the funder gives one organisation at most one award.",
    "rules.check.not-eligible": "{refs}: the column “eligible” says no. It is still in the agenda. Take its row out, or record it on the day as not eligible, where it is not to be decided.",
}

FOLDER_RULES = {
    "folder.not-yes-no": "“{about}” is “{found}”. Write yes or no, or leave it empty where nobody has looked.",
    "folder.told-eligible": "Whether staff find it eligible is read from “{title}”.",
    "folder.odd-eligible": "“{found}” is neither yes nor no (rows like this: {meant}). It is taken for not said.",
    "folder.pot-covers-all": "The pot covers every ask ({asks}), so there is nothing to choose. Is the pot right?",
    "folder.least-over-pot": "{refs}: even the least useful amount is more than the pot.",
}
