"""What the facilitator steers with: time, the agenda, conflicts, corrections. And what the room is told of it."""

STEERING = {
    # on the wall and on phones
    "steering.application-again": "Application {n} of {of}, once more",
    "steering.now.held": "a moment's pause",
    "steering.held.line": "We go on in a moment. Nothing is lost.",
    "steering.held.phone": "There is nothing to do on your phone just now.",
    "steering.come-back": "{n} of us who stepped out may come back.",
    "steering.come-back-one": "One of us who stepped out may come back.",
    "steering.phone.come-back": "You can come back in now. Thank you for stepping out.",
}
