"""The sentences about sealing a session: what it does, what it asks, what is gone and what stays."""

SEALING = {
    "sealing.help": "Export everything, then close the record for good: remove cards, keys and drafts. Done once the day is over.",
    "sealing.to": "The folder to export into; otherwise exports/ in the session's folder.",
    "sealing.unfinished": "Seal a day that has not ended.",
    "sealing.yes": "Do not ask. Needed where there is no terminal to ask at.",
    "sealing.ask": "Seal {folder}? Everything is exported first. After that no card works and nothing can be added or changed.",
    "sealing.not-asked": "Sealing cannot be undone, so it has to be asked for: add --yes. Nothing was changed.",
    "sealing.not-sealed": "It was not sealed. Nothing was changed.",
    "sealing.sealed": "The session is sealed. No card, code or phone opens it now, and nothing can be added or changed.",
    "sealing.sealed-before": "The session was sealed before. It was exported again.",
    "sealing.removed": "Removed from the folder: {files}.",
    "sealing.left": "What stays: the record, the exports and the files you began with. Shred printed cards and used slips. The README says how long to keep what.",
}
