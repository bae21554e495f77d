"""Easy Read: one short sentence for each page of the phone, beside a symbol, for those who asked for it."""

EASY = {
    "easy.join": "Type the code on your card.",
    "easy.seat": "This phone will be yours today.",
    "easy.wait": "Wait. There is nothing to do now.",
    "easy.practice": "Try it. It does not count.",
    "easy.practice-done": "You can do it. Now wait.",
    "easy.score": "What do you think? Pick one.",
    "easy.score-number": "What do you think? Type a number.",
    "easy.check": "Look at your answers. Then press the button.",
    "easy.received": "Your answers are with us. You can change them.",
    "easy.received-shut": "Your answers are kept.",
    "easy.stepping-ask": "Do you know these people? Then sit this one out.",
    "easy.stepping-out": "You sit this one out. Please wait.",
    "easy.ballot": "Vote. Nobody can see what you pick.",
    "easy.result": "This is what we all think.",
    "easy.break": "Take a rest. Be back on time.",
    "easy.ended": "We are done. Thank you.",
    "easy.refused": "That did not work. Nothing is lost.",
}
