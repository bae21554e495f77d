"""What a rehearsal says: about files of answers, about how far it has got, and why it stopped."""

REHEARSE = {
    "rehearse.line": "{file}, line {line}: {what}",
    "rehearse.unreadable": "{file} could not be opened. Nothing was started. Check the name and try again.",
    "rehearse.not-csv": "{file} is not a CSV file that can be read. Save it again as CSV (UTF-8).",
    "rehearse.columns": "the first line should name the columns {columns}; missing: {missing}.",
    "rehearse.seat": "“{found}” is not a seat; seats are 1 to {most}.",
    "rehearse.application": "“{found}” is not the ref of an application of this session.",
    "rehearse.criterion": "“{found}” is not one of the criteria, which are: {known}.",
    "rehearse.value": "“{found}” is not an answer. Give a whole number from {low} to {high}, cant-say, not-applicable, stepping-out, or nothing.",
    "rehearse.round": "“{found}” is not a round; rounds are 1 to {rounds}.",
    "rehearse.option": "“{found}” is not a ballot. Give an option's number from 1 to {options}, cant-say, or nothing.",
    "rehearse.twice": "this was given on a line above already.",
    "rehearse.lost": "A pretend member could no longer take part (seat {seat}). Everything given before is kept.",
    "rehearse.stuck": "The rehearsal got stuck and was stopped. Everything up to there is kept. It stood at: {where}",
    "rehearse.verdict-ended": "The day came to its end: {scored} of {applications} applications were scored, and {answered} of {members} pretend members answered.",
    "rehearse.verdict-not-ended": "The day did not come to its end: {scored} of {applications} applications were scored, and {answered} of {members} pretend members answered.",
    "rehearse.verdict-kept": "The record is in {folder}.",
    "rehearse.verdict-gone": "Its record was cleared away, as it was only a try; --keep FOLDER keeps one.",
    "rehearse.after-rehearsal": "Next, print cards and slips:\n  panel-tui print {folder} --to prints",
    "rehearse.after-demo": "Next, make a day of your own:\n  panel-tui new my-panel --from applications.xlsx",
}
