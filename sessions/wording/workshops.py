"""A workshop that asks a question of its own, such as how we want to work together, and what becomes of its list."""

WORKSHOPS = {
    "workshops.name": "A list of our own",
    "workshops.now": "a list of our own",
    "workshops.next.keep": "keep the list",
    # as it is made
    "workshops.on-phone": "Please write on your phone what comes to your mind.",
    "workshops.suggest-lines": "Write up to three, in a few words each.",
    "workshops.box": "Line {n}",
    "workshops.list-lines": "Which belong together? Which can go? Which need plainer words?",
    "workshops.nothing": "Nothing is on the list yet. Who likes can say something out loud.",
    "workshops.words": "In a few plain words",
    "workshops.add": "Add a line",
    "workshops.which": "Change which line?",
    # once it is kept
    "workshops.kept-nothing": "We keep nothing here.",
    "workshops.comes-back": "It comes back as we talk.",
    "workshops.for-guests": "This is what we ask our guests.",
    "workshops.stands": "Our list stands. We go on with it.",
    "workshops.line": "{ask} “{text}”",
    # what the record says
    "workshops.story": "Lists we made together",
    "workshops.story.lead": "These are lists without names. Anybody here could add to them.",
    "workshops.story.for-guests": "What we asked our guests: {ask}",
    "workshops.story.earlier": "{ask} (from “{stage}”)",
    # a note in the next stage's session.toml
    "workshops.note": "An interview may ask what we kept in answer to this: ask = {ask}",
    # what is wrong with a plan
    "workshops.fault.ask": "No workshop before this interview asks “{found}”. Did you mean “{meant}”?",
    "workshops.fault.ask-bare": "No workshop before this interview asks “{found}”. Write the question of one, such as: What shall we ask everybody?",
}
