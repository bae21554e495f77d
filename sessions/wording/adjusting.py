"""What is said of two files about people, to staff at the laptop alone: what a seat asked for, and what it is called."""

ADJUSTING = {
    # `check`: how many, never who
    "adjusting.check": "Adjustments for {n} seats: {kinds}. Who they are for is in adjustments.toml alone.",
    "adjusting.check-one": "Adjustments for one seat: {kinds}. Which one is in adjustments.toml alone.",
    "adjusting.count": "{kind} {n}",
    "adjusting.misnamed": "{file} is not read. If it holds adjustments, name it {meant}.",
    "adjusting.kind.large_text": "large text",
    "adjusting.kind.paper": "paper",
    "adjusting.kind.easy_read": "Easy Read",
    "adjusting.kind.language": "a language",
    "adjusting.kind.helper": "a helper",
    "adjusting.kind.longer": "longer",
    "adjusting.kind.breaks": "breaks",
    # adjustments.toml
    "adjusting.seat-twice": "Seat {found} is here already. Write all of it under one [[seat]].",
    "adjusting.nothing": "Nothing is asked for here. Add a line such as large_text = true, or take the seat away.",
    # the desk, where one word a mark has to do
    "adjusting.mark.large_text": "large",
    "adjusting.mark.paper": "paper",
    "adjusting.mark.easy_read": "easy",
    "adjusting.mark.helper": "helper",
    "adjusting.mark.longer": "longer",
    "adjusting.mark.breaks": "breaks",
    "adjusting.desk.asks": "asks:",
    "adjusting.desk.unread": "adjustments.toml cannot be read, so what was read before still holds. {fault}",
    # the wall: which file it is, is not for the room
    "adjusting.run.unread": "A file in this folder cannot be read. “check” says which.",
    # `print`
    "adjusting.printed": "For {n} seats the slips are in larger letters or in another language, as adjustments.toml says. Also to print: {names}.",
    "adjusting.printed-one": "For one seat the slips are in larger letters or in another language, as adjustments.toml says. Also to print: {names}.",
    "adjusting.printed-slips": "For {n} seats the slips are in larger letters or in another language, as adjustments.toml says.",
    "adjusting.printed-slips-one": "For one seat the slips are in larger letters or in another language, as adjustments.toml says.",
}  # fmt: skip

# What is said about the names of members: where labels stand, where they never go, what of them is erased.
NAMING = {
    # members.toml, in `new`, `check` and wherever a folder is read; a fault says its file and line first
    "naming.twice": "Seat {found} is here already. Give each seat one label.",
    "naming.two-labels": "Seat {about} has another label in {found}, on line {meant}. Keep one of the two.",
    "naming.conflicts": "Conflicts do not belong here, since this file goes when the day is sealed. Put them under [[member]] in {meant}.",
    "naming.not-read": "Nothing reads this file, and sealing leaves it where it is. If it holds the names of members, call it {meant}.",
    "naming.called": "{n} seats have a label. Labels show at your desk, on printed cards and where you pick a seat, on the wall too. They go into no record, and into no export but a member's own. Sealing takes them out of this folder.",
    "naming.called-one": "One seat has a label. It shows at your desk, on its printed card and where you pick a seat, on the wall too. It goes into no record, and into no export but that member's own. Sealing takes it out of this folder.",
    # a record that was begun by an earlier version
    "naming.in-record": "This record was begun by an earlier version, which wrote into it what you called the seats. If that was a person's name, it is still there. Nobody can take it out, so share the record with nobody else.",
    # sealing
    "naming.erased": "What you called the seats is gone from this folder: {files}. Copies you made of it are yours to delete.",
    "naming.not-erased": "{file} could not be changed, so labels in it may still be there. Close it in other programs and seal again, or take them out by hand. The session is sealed all the same.",
    "naming.mentioned": "A label may still stand in a note: {file}, line {line}. Notes are yours, so nothing there was changed.",
    "naming.copy": "{file} may be a copy of what seats are called, or of what members asked for. We did not make it, so it stays. Look, and delete it.",
    "naming.about-member": "{folder} has all about one member, and may have their name. Give it to them, then delete it.",
}
