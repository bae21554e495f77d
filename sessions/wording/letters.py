"""The letters to applicants. Staff put their own words in place of these in wording.toml, also after the day."""

LETTERS = {
    "letters.kind": "Our decision",
    "letters.about": "Our decision about “{title}”",
    "letters.dear": "Dear all at {name},",
    "letters.thanks": "Thank you for asking us for {asked}. You asked as part of “{session}”.",
    "letters.panel": "A panel of {n} people read what you sent. We scored it, we talked about it, and we decided together.",
    "letters.panel-one": "One person read what you sent, scored it, and decided.",
    "letters.strength": "First, what spoke for it most. We asked ourselves: “{question}” {said}",
    "letters.strength.said": "Most of us said: {word}.",
    "letters.strength.high": "Most of us scored it high.",
    "letters.award": "We have decided to give you {amount}. That is all you asked for.",
    "letters.award-less": "We have decided to give you {amount}. You asked for {asked}.",
    "letters.defer": "We have put you on our reserve list. There is no money for it yet.",
    "letters.decline": "We cannot give you money this time.",
    "letters.reasons": "Why, in the panel's own words:",
    "letters.conditions": "What goes with it, in the panel's own words:",
    "letters.award.next": "We will be in touch soon about how the money gets to you.",
    "letters.award-less.next": "Please tell us if you can do something useful with this amount. Then we will be in touch about how it gets to you.",
    "letters.defer.next": "If money comes free, we will write to you again. You need not do anything.",
    "letters.decline.next": "There was less money than there were good ideas. Please do ask us again another time.",
    "letters.close": "With our thanks and good wishes, from the panel of “{session}”.",
}
