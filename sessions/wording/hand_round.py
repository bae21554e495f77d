"""The device that goes round, for members without a phone of their own: what it asks, and what it says when it locks."""

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
    "hand_round.code-label": "The code on the card of seat {seat}",
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
