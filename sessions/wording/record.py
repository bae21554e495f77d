"""The sentences of the record: what happened to the file, what is safe, what to do."""

RECORD = {
    "record.missing": "There is no record in this folder yet. It is made when the session first runs.",
    "record.locked": "This session is already open in another window of this laptop. Use that one, or close it first. Nothing was changed.",
    "record.full": "The laptop has no room left, so that was not kept. Everything kept before is safe. Delete some files or empty the bin, then try again.",
    "record.failed": "The laptop's disk did not keep that, so it does not count. Everything kept before is safe. Open the session again; if this comes back, move the folder to another disk.",
    "record.stopped": "The disk failed a moment ago, so nothing more is taken in. Everything kept before is safe. Open the session again to go on.",
    "record.closed": "This session has been closed. Everything in it is safe. Open it again to go on.",
    "record.unreadable": "The record of this session could not be opened. Check that the folder is yours and that the disk is plugged in. Nothing was changed.",
    "record.refused": "Something in that text cannot be kept, so it was not taken in. Nobody else's answers are touched. Please write it again in plain letters.",
    "record.damaged": "The record was changed or damaged at line {line}. Nothing was cut away. The {good} lines before it are sound. To go on from there, type panel-tui verify, this folder, --rescue and a new folder's name.",
    "record.not-ours": "The file record.jsonl in this folder was not made by this program, or its first line is damaged. Nothing was changed. Put a backup of the folder in its place.",
    "record.newer": "This session was made by a newer version of the program. Please use that version. Nothing was changed.",
    "record.cut": "The last time, the program stopped in the middle of writing. Every answer that was confirmed is here. The unfinished piece is kept in {kept}.",
    "record.cut-damaged": "The last line of the record was damaged, perhaps by a power cut, and may have held the last answers. It is kept in {kept}. Everything before it is safe. Please ask people to look whether their last answer is there.",
    "record.no-reserve": "The laptop's disk is nearly full. Everything is safe so far. Please delete some files or empty the bin soon.",
    "record.synced": "This folder is copied to {service}. For as long as the session runs, keep it in a folder that stays on this laptop.",
    "record.rescued": "The session as it stood at line {lines} of its record is now in {copy}. Run that folder. What came later is only in the damaged one, which was left as it is.",
}
