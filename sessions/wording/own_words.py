"""What people say in their own words, without a name, and what is said around it: reasons, other views, confidence.

The device that goes round, for members without a phone of their own: what it asks, and what it says when it locks.

How seats are named in a sentence: "seat 3", "seats 3 and 9".
"""

from __future__ import annotations

from collections.abc import Sequence

from sessions.wording import say

PEOPLE = {
    # a reason beside a ballot
    "people.reason.question": "Would you like to say why, in your own words?",
    "people.reason.hint": "Nobody will know it was you. You can leave it empty.",
    "people.reason.button": "Go on",
    "people.reason.how": "What happens to my words",
    "people.reason.kept": "If you wrote why, your words are in.",
    "people.reason.again": "Write or change my reason",
    "people.reason.apart": "Your words are kept apart from your ballot, and without your seat.",
    "people.reason.style": "People may know your way of putting things. So leave out names, and what only you would say.",
    "people.reason.memory": "Until we close, they are in the laptop's memory only. If it stops before that, they are lost, and we will tell you.",
    "people.reason.shown": "Then we see them all together, in the order of the alphabet, and they go into the record. If fewer than five of us vote by phone, none are kept.",
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
    # another view, recorded
    "people.lost": "The laptop stopped, and what we had given here is lost. Please give it again.",
    "people.ask.wall": "Is there something you would ask them? Write it on your phone. We see it when we talk, without names.",
    "people.ask.lost": "The laptop has stopped meanwhile. If you wrote what you would ask, please write it again.",
    "people.ask.lost-aloud": "The laptop has stopped meanwhile. If you wrote what you would ask, it is lost. Please ask it aloud.",
    "people.ask.link": "Write down a question",
    "people.ask.again": "Change my question",
    "people.ask.kept": "Your question is kept until we talk.",
    "people.ask.heading": "What would you ask them?",
    "people.ask.label": "My question",
    "people.ask.hint": "Nobody will know it was you.",
    "people.ask.hint-again": "The one you wrote is kept, and not shown here. New words take its place. An empty box takes it back.",
    "people.ask.button": "Keep it",
    "people.ask.memory": "Until we talk it is in the laptop's memory only. If the laptop stops, it is lost, and we tell you.",
    "people.ask.then": "Then all of us see it, with what others wrote, without names. It is left out if fewer than five of us could have written it.",
    "people.ask.shown": "What we would ask",
    "people.minority.wall": "Do you see it differently? You can have that recorded, on your phone, without your name.",
    "people.minority.wall-both": "Do you see it differently? You can have that recorded, on your phone or on a slip, without your name.",
    "people.minority.wall-slip": "Do you see it differently? You can have that recorded, on a slip, without your name.",
    "people.minority.slip-none": "No slip can be typed in now. It can while a decision is up, where five or more on paper, or five by phone, could have another view recorded.",
    "people.minority.slip-label": "As it stands on the slip",
    "people.minority.slip-again": "Somebody on paper has stepped out. Whose slip is whose nobody knows, so other views from slips were taken out. Please type in those that still count.",
    "people.minority.slip-kept": "It is kept. It goes into the record when we go on. Destroy the slip after the day.",
    "people.minority.offer": "I see it differently",
    "people.minority.again": "Write or change how I see it",
    "people.minority.in": "If you wrote something, it goes into the record when we go on.",
    "people.minority.wrote": "What you had begun to write is still on this phone. It stands there when you press this:",
    "people.minority.question": "How do you see it?",
    "people.minority.hint": "Nobody will know it was you. You can leave it empty.",
    "people.minority.button": "Go on",
    "people.minority.how": "What happens to my words",
    "people.minority.risk": "If few of us see it differently, others may guess whose words these are.",
    "people.minority.style": "So leave out names, and what only you would say.",
    "people.minority.memory": "Until we go on, your words are in the laptop's memory only, with your seat, so that you can change them. If it stops before that, they are lost, and we will tell you.",
    "people.minority.shown": "Then they go into the record without your seat, with those of others. We see them when the day closes. If by then fewer than five of us could have written one, none are kept.",
    "people.minority.heading": "Some of us saw it differently: {title}",
    "people.minority.short": "Some of us saw it differently",
    # how confident we feel
    "people.confidence.question": "How confident do you feel about judging applications?",
    "people.confidence.caption": "How we feel",
    "people.confidence.point-1": "Not at all confident",
    "people.confidence.point-2": "A little confident",
    "people.confidence.point-3": "Fairly confident",
    "people.confidence.point-4": "Very confident",
    "people.confidence.point-5": "Completely confident",
    "people.confidence.button": "Put it with the others",
    "people.confidence.given": "You have answered. A new answer takes its place.",
    "people.confidence.again": "Change my answer",
    "people.confidence.in": "Your answer is in",
    "people.confidence.in-lines": "We only look at all the answers together. You can change yours until we close together.",
    "people.confidence.on-phone": "Please answer on your phone. There is no right answer.",
    "people.confidence.totals": "We only see how many of us feel less confident, more confident, or in between. And only where five or more answer.",
    "people.confidence.memory": "Until we close, your answer is in the laptop's memory only. After that nobody can look it up.",
    "people.confidence.too-few-to-ask": "With fewer than {fewest} of us on phones, an answer would not stay without a name.\nSo we do not ask here. Who likes can say it out loud.",
    "people.confidence.too-few": "Too few of us answered to show it",
    "people.confidence.shown": "How confident we feel",
    "people.confidence.then": "At first",
    "people.confidence.now": "Now",
    "people.confidence.low": "Less confident",
    "people.confidence.middle": "In between",
    "people.confidence.high": "More confident",
    "people.confidence.in-few-words": "{after} of us now, {before} at first",
    "people.confidence.then-and-now": "At first {before} of us felt very or completely confident; now it is {after}.",
    # the criteria workshop
    "people.workshop.heading": "What should we judge applications by?",
    "people.workshop.stands": "Our criteria stand. We go on with them.",
    "people.workshop.too-few": "With fewer than {fewest} of us on phones, a suggestion would not stay without a name.\nLet us say them out loud. The facilitator writes them down.",
    "people.workshop.on-phone": "Please write on your phone what matters to you, as a question.",
    "people.workshop.no-name": "Nobody sees who wrote what.",
    "people.workshop.weigh": "Please say on your phone how much each question matters.",
    "people.workshop.mean": "A question that matters more to us counts for more of the score.",
    "people.workshop.weigh-heading": "How much does each question matter?",
    "people.workshop.list-heading": "What we could judge by",
    "people.workshop.list-lines": "Which belong together? Which can go? Which need plainer words?",
    "people.workshop.agreed": "This is what we judge by",
    "people.workshop.effect": "counts for {parts} parts in 10 of the score",
    "people.workshop.weighed": "The weights come from our secret ballot.",
    "people.workshop.weighed-before": "We weighed our questions before. A second count could tell how one of us weighed, so the weights stay as they were.",
    "people.workshop.alike": "Too few of us weighed every question to keep that secret, so the weights stay as they were.",
    "people.workshop.in-lines": "We look at all of them together, without names. You can change yours until then.",
    "people.workshop.suggest-in": "Your suggestions are in",
    "people.workshop.weigh-in": "Your answer is in",
    "people.workshop.suggest-lines": "Write up to three questions. “Will it reach people who are on their own?” is one.",
    "people.workshop.weigh-lines": "Share out {points} points. What matters more to you gets more. Or leave them all empty.",
    "people.workshop.box": "Question {n}",
    "people.workshop.less": "One point less: {question}",
    "people.workshop.more": "One point more: {question}",
    "people.workshop.left": "Left to share: {n}",
    "people.workshop.not-now": "There is no list to change just now.",
    "people.workshop.which": "Change which question?",
    "people.workshop.add": "Add a question",
    "people.workshop.reword": "Put it in other words",
    "people.workshop.join": "Put it together with another",
    "people.workshop.drop": "Leave it out",
    "people.workshop.join-which": "Together with which?",
    "people.workshop.join-words": "In words for both",
    "people.workshop.words": "As a question, in plain words",
    # how your input shaped it
    "people.shaped.title": "How your input shaped it",
    "people.shaped.scores": "We scored {n} applications. Scores in all: {scores}.",
    "people.shaped.scores-one": "We scored 1 application. Scores in all: {scores}.",
    "people.shaped.turned": "On {n} applications a later ballot came out otherwise than an earlier one.",
    "people.shaped.turned-one": "On 1 application a later ballot came out otherwise than an earlier one.",
    "people.shaped.moved": "From one ballot to the next, at least {n} of our ballots moved.",
    "people.shaped.moved-one": "From one ballot to the next, at least 1 of our ballots moved.",
    "people.shaped.first-few": "Its scores could not be shown without telling what a few of us gave.",
    "people.shaped.first-split": "Our scores were split on {n} of the {of} questions we could show.",
    "people.shaped.first-alike": "Our scores were much the same on every question we could show.",
    "people.shaped.first-mixed": "Our scores were not split on a question we could show, nor much the same on all.",
    "people.shaped.once": "After our talk one ballot counted. {words}.",
    "people.shaped.stayed": "After talking, {n} ballots counted. {words}.",
    "people.shaped.first-then": "An earlier ballot said: {first}. After more talk a later one said: {last}.",
    "people.shaped.moved-one-application": "At least {n} ballots moved on the way.",
    "people.shaped.moved-one-application-one": "At least 1 ballot moved on the way.",
    "people.shaped.decision-open": "Written down for now: {words}.",
    "people.shaped.decision": "We decided: {words}.",
    "people.shaped.differed": "Some of us saw it differently, and that is in the record.",
    # what sends a phone away, or ends a card: asked first, and taken back
    "people.sure.no": "No, leave it as it is",
    "people.sure.yes": "Yes, do it",
    "people.sure.paper": "Put seat {seat} on paper?",
    "people.sure.paper.line": "The phone that holds this seat is let go. What it has sent is kept.",
    "people.sure.paper-all": "Put everyone who has no phone on paper: {seat} seats?",
    "people.sure.paper-all.line": "We then count on a slip from each of these seats. A seat that nobody sits in would be waited for: mark those who are here one by one instead.",
    "people.sure.paper-free": "Seat {seat}: take it with paper?",
    "people.sure.paper-free.line": "We then count on a slip from this seat.",
    "people.sure.card": "A new card for seat {seat}?",
    "people.sure.card.line": "The old card and the old phone stop working.",
    "people.sure.hand-round": "Another device to hand round?",
    "people.sure.hand-round.line": "The device that goes round now stops working. A new code for it can be made at any time.",
    "people.sure.home": "Does seat {seat} go home?",
    "people.sure.home.line": "The phone that holds this seat is let go. What it has sent is kept.",
    "people.back.title": "Put which seat back as it was?",
    "people.back.none": "Every seat is as it was, or somebody has taken it since.",
    "people.back.done": "Seat {seat} is as it was before.",
    # hiding one
    "people.hide.title": "Hide which reason?",
    "people.hide.none": "There is no reason here to hide.",
    "people.hide.why": "Why is it hidden?",
    "people.hide.why-label": "A few words. Everyone sees them on the wall when the day closes, so leave out names.",
    "people.hide.done": "It is hidden. The record says that it was, and why.",
}

HAND_ROUND = {
    # making one
    "hand_round.make": "Hand this device round?",
    "hand_round.make-what": "It goes from seat to seat, for members without a phone of their own. Each picks a seat and types the code on their card.",
    "hand_round.make-other": "A device that went round before this one stops.",
    "hand_round.make-button": "Yes, hand it round",
    # locked
    "hand_round.pick": "Which seat is yours?",
    "hand_round.pick-what": "This device goes round. It serves the seats that have no phone of their own.",
    "hand_round.pick-seat": "Seat {seat}",
    "hand_round.pick-number": "The number of your seat",
    "hand_round.pick-button": "Go on",
    "hand_round.pick-none": "Just now every seat has a phone of its own.",
    "hand_round.code": "Seat {seat}: type the code on your card",
    "hand_round.code-last": "Seat {seat}: type the last four letters of the code on your card",
    "hand_round.code-last-hint": "The whole code works too.",
    "hand_round.code-button": "Go on",
    "hand_round.code-other": "That is not my seat",
    # unlocked
    "hand_round.hand-on": "I am done: lock this",
    "hand_round.hand-on-what": "Press this before you hand it on. What you have saved stays saved.",
    # what it says once it has locked itself; nothing of who was there
    "hand_round.score-in": "Your score is in. This is locked now. Please hand it on.",
    "hand_round.ballot-in": "Your ballot is in the box. This is locked now. Please hand it on.",
    "hand_round.practised": "That was the practice go. This is locked now. Please hand it on.",
    "hand_round.stepped-out": "You are stepping out of this one. This is locked now. Please hand it on.",
    "hand_round.done": "This is locked now. What was saved stays saved. Please hand it on.",
}  # fmt: skip

_MOST = 20  # more numbers than these nobody reads on a wall


def seats_said(numbers: Sequence[int]) -> str:
    """Name seats by their numbers, at least one."""
    if len(numbers) > _MOST:
        named = ", ".join(map(str, numbers[:_MOST]))
        return say("views.seats.many", seats=named, n=len(numbers) - _MOST)
    *most, last = map(str, numbers)
    if not most:
        return say("views.seats.one", seat=last)
    return say("views.seats.more", seats=", ".join(most), last=last)
