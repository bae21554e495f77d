"""What `new` and `check` say: faults and warnings about a session folder, and the day it makes.

In a fault, `about` is the setting or column, `found` what stands there, `meant` what was likely meant.
"""

from sessions.wording.days import FOLDER_DAYS
from sessions.wording.funder_rules import FOLDER_RULES
from sessions.wording.paper import SLIPS
from sessions.wording.reading_sheets import SHEETS
from sessions.wording.stages import FOLDER_STAGES

_STARTER = """\
# What we agreed before the day. Made from {source}, with {count} applications.
# A line that starts with # is only a note. To use a setting shown that way, take the # away.
# When you have changed it, run "panel-tui check" on this folder: it names every slip by its line.

title    = {title}          # what this meeting is called
# date   = 2026-12-03       # year first, without quotation marks
# place  = "Holbeck"
currency = {currency}

{about_pot}
pot      = {pot}

# CHANGE THIS to the number of people who score. The facilitator does not score.
seats    = 12
quorum   = 5                # with fewer people here, the wall asks before anyone scores
joining  = "cards"          # "cards": a printed card for each seat; "open": any free seat at the door
start    = 10:00:00
language = "en"
order    = "listed"         # as in the spreadsheet; or "shuffled", and then a seed, drawn if left out
# seed   = 41

# What people choose from when they score. There must be one word for each point.
[scale]
low   = 1
high  = 5
best  = "high"              # "low" where 1 is the best
words = ["Not at all", "A little", "Partly", "Mostly", "Completely"]

# The room's Wi-Fi, for the wall and the printed cards.
# [wifi]
# name     = "PanelRoom"
# password = "…"

# What applications are scored by. These four are examples: agree your own with the panel.
# key       a short name, used in files
# question  what people read on their phone or slip
# weight    2 counts twice as much as 1
# counted   false: asked and shown, but left out of the score
[[criterion]]
key      = "need"
question = "Is this something people here really need?"
weight   = 1
counted  = true

[[criterion]]
key      = "reach"
question = "Will it reach the people who are hardest to reach?"
weight   = 1
counted  = true

[[criterion]]
key      = "able"
question = "Can they do what they say?"
weight   = 1
counted  = true

[[criterion]]
key      = "value"
question = "Is it a good use of the money?"
weight   = 1
counted  = true

# The secret ballot after the talk. The options go from the lowest to the highest.
[consensus]
question = "Should we fund this?"
options  = ["No", "Probably not", "Not sure", "Probably", "Yes"]
rule     = "three-quarters" # or "everyone-can-live-with-it", or "no-objections"
rounds   = 3                # at most this many ballots on one application
small    = "talk"           # where fewer than five can score: talk; or "open", cards up, if all of you agree

# What decides between applications with the same score, first things first:
# "criterion:need" (any key above), "fewer-low-scores", "smaller-ask", "ballot".
[ties]
order = ["fewer-low-scores", "smaller-ask"]

# Who must step out of what: the first [[member]] is seat 1, the next seat 2. Names of members have a file of their
# own, members.toml, which never enters the record: [[member]], seat = 5, label = "Mary", a line each.
# [[member]]
# conflicts = ["A03"]

# Parts of the pot with their own money. Name them in the strand column of applications.csv.{strands}
# [[strand]]
# key    = "small"
# title  = "Small groups"
# pot    = 2000
# awards = 4                # how many awards you expect; it binds nobody

# For 360Giving, where you publish there.
# [open_data]
# funder_id = "GB-CHC-…"
# prefix    = "360G-…"
# funder_name = "…"          # your charity's name, as it should stand there

# [letters]                   # to applicants; may be written after the day; also: reply_by = 2026-12-24, reference = "CN2"
# sender = ["Our charity", "1 High Street"]    # and below it: signature = ["Your name", "Grants officer"]
# The agenda. Where there is none here, one with breaks is made, 15 minutes for each application.
# kinds: welcome practice application applications break budget confidence workshop closing note; overnight, interview and learn have pages in the guide
# [[step]]
# kind    = "welcome"       # "confidence" takes questions = ["confident", "learned", "valued", "free", "pace", "again"]
# title   = "Hello"
# minutes = 10
# [[step]]
# kind    = "application"   # one of them, named by its ref
# ref     = "A03"
# minutes = 20
# [[step]]
# kind    = "applications"  # all that are not named in a step of their own
# minutes = 15
"""

FOLDER = {
    "folder.on-line": "{file}, line {line}: {sentence}",
    "folder.on-row": "{file}, row {line}: {sentence}",
    "folder.in-file": "{file}: {sentence}",
    "folder.and-more": "… and {more} more.",
    "folder.lunch": "Lunch",
    # The files themselves
    "folder.language": "The language “{found}” is not one we speak yet. We speak: {meant}.",
    "folder.no-folder": "There is no folder of this name. Look at the spelling, or make one with “new”.",
    "folder.missing-file": "This file is missing. The folder needs it; “new” makes it.",
    "folder.misnamed": "This file is missing, but there is one called “{found}”. Rename that one to {meant}.",
    "folder.is-link": "This is a link to somewhere else. Put the real file in the folder instead.",
    "folder.cannot-open": "This cannot be opened. Close it in other programs and check that you may read it.",
    "folder.not-a-file": "This is not an ordinary file. Put a plain file in its place.",
    "folder.too-big": "This is larger than {meant}, which is more than a session needs. Make it smaller.",
    "folder.no-sheet": "There is no spreadsheet here. Add applications.csv, applications.xlsx or applications.ods.",
    "folder.two-sheets": "There is more than one spreadsheet ({found}). Keep the right one and move the rest away.",
    **FOLDER_DAYS,
    **FOLDER_RULES,
    **FOLDER_STAGES,
    **SLIPS,
    **SHEETS,
    # Settings
    "folder.unknown-key": "There is no setting called “{found}”. Did you mean “{meant}”?",
    "folder.unknown-key-bare": "There is no setting called “{found}”. The settings here are: {meant}.",
    "folder.unknown-word": "“{about}” is “{found}”, which is not one we know. Did you mean “{meant}”?",
    "folder.unknown-word-bare": "“{about}” is “{found}”, which is not one we know. It can be: {meant}.",
    "folder.missing-key": "“{about}” is missing here, and is needed.",
    "folder.empty-key": "“{about}” is empty. Write something between the quotation marks.",
    "folder.cut-short": "“{about}” is long ({found}). Only its first {meant} characters are kept.",
    "folder.wrong-type": "“{about}” is {found}. It needs {meant}.",
    "folder.out-of-range": "“{about}” is {found}. It can be {meant}.",
    "folder.from-to": "from {low} to {high}",
    "folder.above-nought": "above 0, up to 1,000",
    "folder.not-like": "“{about}” is “{found}”. Write it like “{meant}”.",
    "folder.not-a-slug": "“{found}” is not a short name. Use small letters, digits and dashes, such as “{meant}”.",
    "folder.twice": "“{found}” is here already. Each may be used once.",
    "folder.need-text": 'words in quotation marks, such as {key} = "…"',
    "folder.need-texts": 'a list of words in quotation marks, such as {key} = ["…", "…"]',
    "folder.need-whole": "a whole number in digits, without quotation marks, such as {key} = 3",
    "folder.need-number": "a number in digits, without quotation marks, such as {key} = 2",
    "folder.need-money": "a number in digits, without quotation marks or commas, such as {key} = 12500",
    "folder.need-flag": "true or false, without quotation marks",
    "folder.need-date": "a date written year first, without quotation marks, such as {key} = 2026-12-03",
    "folder.need-time": "a time with seconds, without quotation marks, such as {key} = 10:00:00",
    "folder.need-table": "a heading of its own, such as [{key}]",
    "folder.need-tables": "a heading of its own for each, such as [[{key}]]",
    "folder.a-huge-number": "a huge number",
    "folder.a-list": "a list",
    "folder.a-table": "a group of settings",
    "folder.key-amount-huge": "“{about}” is {found}, more than any pot. Check the digits.",
    "folder.key-amount-negative": "“{about}” is {found}, below nought. Write the money there is to give.",
    "folder.key-amount-nought": "“{about}” is {found}. Write the money there is to give.",
    "folder.no-seats": "“seats” is missing. Write how many people score, such as seats = 12, or a [[member]] for each.",
    "folder.too-many-members": "There are {found} members. One laptop serves at most {meant}.",
    "folder.fewer-seats": "“seats” is {found}, but {meant} members are written below. Make seats {meant} or leave it out.",
    "folder.quorum-over-seats": "“quorum” is {found}, more than the {meant} seats. The day could never start.",
    "folder.unknown-ref": "“{found}” is not the ref of any application. Did you mean “{meant}”?",
    "folder.unknown-ref-bare": "“{found}” is not the ref of any application in the spreadsheet.",
    "folder.no-criterion": "There is no [[criterion]]. Add at least one question to score by.",
    "folder.none-counted": "No criterion counts, so nothing could be ranked. Set counted = true on one or more.",
    "folder.bad-scale": "The scale runs from low to high ({found}). It needs 2 to {meant} points, the smaller number as low.",
    "folder.words-do-not-fit": "Words: {found}. Points: {meant}. Give one word for each point, or leave words out.",
    "folder.words-and-best": "The lowest number is the best here, and its word is “{found}”. Check that this is what you want.",
    "folder.wifi-changed": "“{about}” holds marks or spaces that people cannot type. Type it again by hand.",
    "folder.options-count": "A ballot needs 2 to 11 options. Here are {found}.",
    "folder.options-twice": "Two options have the same words. Make each one different.",
    "folder.strands-over-pot": "The strands together hold {found}, more than the pot of {meant}. They are parts of the pot.",
    "folder.seed-unused": "While order is “listed”, “seed” leaves the applications as they are. It only draws who begins when we talk.",
    "folder.order-not-drawn": "The order is shuffled and has no seed yet. It is drawn and recorded when the day starts.",
    # The agenda
    "folder.applications-twice": "“applications” is on the agenda already. It covers all that are left, so use it once.",
    "folder.ref-without-application": "Only a step of kind “application” or “interview” can have a ref. This one names “{found}”.",
    "folder.application-without-ref": 'This step needs a ref, such as ref = "A03", or the kind “applications” for all.',
    "folder.heard-twice": "{found} is on the agenda more than once. That is fine if you want to look again.",
    "folder.never-heard": "Not on the agenda, and so not heard: {meant} of the applications ({found}).",
    # Spreadsheets
    "folder.sheet-empty-file": "The file is empty. Save the spreadsheet again.",
    "folder.sheet-no-rows": "There is nothing in the spreadsheet. Its first row needs titles, such as title and asked.",
    "folder.sheet-no-applications": "There are titles but no applications below them. Add a row for each.",
    "folder.sheet-old-excel": "This is an old Excel file, or one with a password. Save it as XLSX or CSV without one.",
    "folder.sheet-damaged": "This is named {meant} but is not a spreadsheet inside. Open it and save it again.",
    "folder.sheet-wrong-kind": "A file ending in “{found}” is not a spreadsheet we can read. Save it as CSV, XLSX or ODS.",
    "folder.sheet-not-text": "The letters in this file cannot be made out. Save it again as CSV UTF-8.",
    "folder.sheet-encoding": "The letters are in the old form {found}, and were read so. Look at names with accents and pound signs.",
    "folder.sheet-quotes": 'A quotation mark opened here is not closed as it should be. Put " at both ends, and "" inside.',
    "folder.sheet-too-long": "There are more than {meant} rows. Keep the applications only; delete empty rows at the end.",
    "folder.sheet-too-wide": "There are more than {meant} columns. Keep those that are needed.",
    "folder.sheet-broken-zip": "The file is damaged, or is not a spreadsheet inside. Open it and save it again.",
    "folder.sheet-bomb": "This would unpack to far more than a spreadsheet holds. It was not opened.",
    "folder.sheet-entities": "This holds instructions that a spreadsheet does not need. It was not opened.",
    "folder.sheet-others": "Only the sheet “{found}” was read. The others were left alone.",
    "folder.row-too-long": "This row has {found} cells under {meant} titles. Put quotation marks round text or money with commas.",
    "folder.title-empty": "“{about}” is empty. Every application needs a title.",
    "folder.ref-twice": "The ref “{found}” is on line {meant} already. Each application needs its own.",
    "folder.strands-unused": "Strands are named here (such as “{found}”), but session.toml has no [[strand]], so they are not used.",
    "folder.amount-empty": "“{about}” is empty. Write what the application asks for.",
    "folder.amount-nought": "“{about}” is nought. Write what the application asks for.",
    "folder.amount-words": "“{about}” is “{found}”, which is not an amount. Write it like 12500 or £12,500.00.",
    "folder.amount-two-ways": "“{found}” can be read in two ways. Write {meant} if that is meant, or {about} with two decimals.",
    "folder.amount-shortened": "“{about}” is “{found}”: the spreadsheet has shortened it. Show the column as numbers, and save again.",
    "folder.amount-negative": "“{about}” is “{found}”, below nought. An application asks for more than nothing.",
    "folder.amount-huge": "“{about}” is “{found}”, more than any pot. Check the digits.",
    "folder.odd-least": "The least useful amount is larger than the ask (rows like this: {meant}).",
    "folder.odd-award": "An amount awarded is larger than the ask (rows like this: {meant}). The ask is used; the award stays in the sheet.",
    "folder.odd-total": "“{found}” asks for as much as all the others together. If it is only the sum, delete that row.",
    "folder.odd-pennies": "An amount has parts of a penny, such as {found} (rows like this: {meant}). It was rounded.",
    "folder.odd-ref": "“{found}” has marks that do not fit a file name (rows like this: {meant}). They became dashes.",
    "folder.odd-ref-made": "“{found}” is too long or strange for a ref (rows like this: {meant}). A number was given instead.",
    "folder.odd-cut": "“{found}” is very long (rows like this: {meant}). Its end was left off.",
    "folder.odd-date": "“{found}” is not written year first (rows like this: {meant}). Dates of awards are not used here.",
    "folder.odd-currency": "There is more than one currency, such as {found}. All amounts are taken as one currency.",
    "folder.summary-unknown": "No application has this name. Did you mean {meant}.md?",
    "folder.summary-unknown-bare": "No application has this name, so the page is not used.",
    # A group's own words
    "folder.no-sentence": "There is no sentence called “{found}”. Did you mean “{meant}”?",
    "folder.no-sentence-bare": "There is no sentence called “{found}”. The manual says where to find the names: “panel-tui guide words-and-languages”.",
    "folder.no-gap": "“{about}” has nothing called {found} to fill in. It can have: {meant}.",
    "folder.no-gap-bare": "“{about}” has nothing to fill in. Take {found} out.",
    "folder.gap-broken": "“{about}” has a curly bracket that fills nothing in. To show one, write it twice.",
    "folder.sentence-long": "“{about}” is {found} characters long. Use {meant} or fewer.",
    # `new`
    "folder.new-name-taken": "There is something of this name already, and it is not a folder. Choose another name.",
    "folder.new-name-unfit": "This name cannot be used; it may be too long, or one that the system keeps for itself. Nothing was made. Choose another one.",
    "folder.new-not-empty": "This folder has things in it, and nothing there is ever overwritten. Choose another name.",
    "folder.new-no-parent": "There is no folder {found} to put it in. Make that first, or choose another place.",
    "folder.new-cannot-write": "The folder could not be written. Nothing was made. Is the disk full, or not yours to write on?",
    "folder.what-title": "the title of each application",
    "folder.what-asked": "the amount asked for",
    "folder.ask-column": "Which column holds {what}? Type its title or its number from the left.\nThe columns are: {titles}\n",
    "folder.ask-rest": "Not used so far: {titles}\nStill without a column: {fields}\nTo use one, type for example {example}. Or press Enter to go on without",
    "folder.map-option": 'name it: --map {field}="{column}"',
    "folder.rename-column": "give it the name “{field}” there",
    "folder.title-of-column": "TITLE OF THE COLUMN",
    "folder.column-missing-title": "No column holds the title of each application. The first row must name the columns; it holds: {about}. If one of them does, {meant}.",
    "folder.column-missing-asked": "No column holds the amount asked for. The first row must name the columns; it holds: {about}. If one of them does, {meant}.",
    "folder.column-empty-title": "“{found}” is empty in every row. If another column holds the titles, {meant}. The columns are: {about}.",
    "folder.column-empty-asked": "“{found}” is empty in every row. If another column holds the amount asked for, {meant}. The columns are: {about}.",
    "folder.map-unknown-field": "--map cannot fill “{found}”. Did you mean: {meant}?",
    "folder.map-no-column": "There is no column “{found}” to map. Did you mean “{meant}”?",
    "folder.map-no-column-bare": "There is no column “{found}” to map. The columns are: {meant}.",
    "folder.new-refused": "Nothing was made from {source}. Put these right first:",
    "folder.new-made": "Made {folder} from {source}. Applications in it: {applications}.",
    "folder.new-pot": "The pot is not known, so session.toml holds the sum of all asks, {pot}. Change it to the money there is to give.",
    "folder.new-pot-known": "The pot is {pot}, as the file says.",
    "folder.new-next": "Open session.toml, change title, pot, seats and the criteria, then run:\n  panel-tui check {folder}",
    "folder.new-odd": "Worth a look:",
    "folder.starter-title": "Our panel",
    "folder.starter": _STARTER,
    "folder.starter-pot": "# CHANGE THIS. The spreadsheet does not say how much money there is to give. Until you do,\n# the pot is the sum of every ask ({pot}), so everything could be funded.",
    "folder.starter-pot-known": "# The money there is to give, {pot}, as the file says.",
    "folder.starter-strands": "\n# The spreadsheet names these: {names}",
    # `check`
    "folder.check-refused": "{folder} is not ready. Put these right, then check again:",
    "folder.check-read": "{title}. Applications: {applications}. Seats: {seats}. Questions: {criteria}. Pot: {pot}.",
    "folder.check-quorum": "We agreed that at least {n} people decide. With fewer here, the wall asks before anyone scores.",
    "folder.check-asks": "Together they ask for {asks}.",
    "folder.check-day": "The day: {hours}, from {start} to about {finish}.",
    "folder.check-late": "The day: {hours} from {start}, which runs past midnight.",
    "folder.check-breaks": "Breaks: {breaks}, {minutes} minutes in all. The longest stretch without one is {stretch} minutes.",
    "folder.check-reading": "Reading: about {minutes} for each member, at a careful {pace} words a minute.",
    "folder.check-rule-three-quarters": "Our rule, with {n} ballots: {needed} of {n} say yes, and no more than {against} against.",
    "folder.check-rule-three-quarters-none": "Our rule, with {n} ballots: {needed} of {n} say yes, and nobody is against.",
    "folder.check-rule-everyone-can-live-with-it": "Our rule, with {n} ballots: at least one says yes, and nobody is against.",
    "folder.check-rule-no-objections": "Our rule, with {n} ballots: nobody chooses the lowest option, and more say yes than no.",
    "folder.check-weight": "“{question}” counts for {share}.",
    "folder.check-uncounted": "“{question}” is asked and shown, but does not count towards the score.",
    "folder.check-alone": "“{question}” is the only question that counts.",
    "folder.share": "{part} of {whole} parts of the score",
    "folder.share-about": "about {part} in 100 of the score",
    "folder.check-seed": "The order is shuffled with seed {seed}. Anyone with that number can do it again.",
    "folder.check-listed": "The applications come in the order of the spreadsheet.",
    "folder.check-undrawn": "The order will be shuffled when the day starts.",
    "folder.check-odd": "Worth a look:",
    "folder.check-good": "Nothing else stands out.",
    "folder.hours-minutes": "{hours} h {minutes} min",
    "folder.hours": "{hours} h",
}
