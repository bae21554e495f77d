"""What people say in their own words, without a name, and what is said around it: reasons, other views, confidence."""

PEOPLE = {
    # a reason beside a ballot
    "people.reason.question": "Would you like to say why, in your own words?",
    "people.reason.hint": "Nobody will know it was you. You can leave it empty.",
    "people.reason.button": "Go on",
    "people.reason.how": "What happens to my words",
    "people.reason.again": "Write or change my reason",
    "people.reason.apart": "Your words are kept apart from your ballot, and without your seat.",
    "people.reason.style": "People may know your way of putting things. So leave out names, and what only you would say.",
    "people.reason.memory": "Until we close, they are in the laptop's memory only. If it stops before that, they are lost, and we will tell you.",
    "people.reason.shown": "Then we see them all together, in the order of the alphabet, and they go into the record. With fewer than five ballots none are kept.",
    "people.reason.lost": "The laptop stopped, and reasons were lost. Your ballot is safe. If you had written why, please write it again.",
    "people.ballot.reasons-lost": "Reasons written before the laptop stopped are lost. Please write yours again.",
    # reasons as a batch
    "people.written.round-1": "Reasons, first ballot",
    "people.written.round-2": "Reasons, second ballot",
    "people.written.round-3": "Reasons, third ballot",
    "people.written.round-4": "Reasons, ballot {n}",
    "people.written.hidden": "{n} reasons were hidden; the record says why.",
    "people.written.hidden-one": "One reason was hidden; the record says why.",
    "people.written.text": "“{text}”",
    # hiding one
    "people.hide.title": "Hide which reason?",
    "people.hide.none": "There is no reason here to hide.",
    "people.hide.why": "Why is it hidden?",
    "people.hide.why-label": "A few words; they go into the record, and the panel sees them.",
    "people.hide.done": "It is hidden. The record says that it was, and why.",
}
