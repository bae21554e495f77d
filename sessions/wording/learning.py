"""Pages to learn from: those of our own, one page each with its Easy Read twin, and what is said around them.

Each is a little Markdown: a heading, paragraphs, lists and emphasis. A panel that wants it otherwise writes its own.
"""

_TODAY = """\
# How today works
We look at what people ask for, one after the other.

- First we hear what it is about. Then we read in quiet.
- Each of us scores alone. There are no wrong answers. “I can't say” is a real answer.
- Then we look at what we think, and talk it over.
- Where there are enough of us, we vote in secret. Then we decide.
- If we meet people, we hear them first and score after that.

**What you may do at any time**

- Ask. If you did not catch it, others did not either.
- Ask for a break, or for more time.
- Step out, where you know the people it is about.

*Nothing closes by itself. We wait for each other.*"""

_TODAY_EASY = """\
# How today works
- We look at one at a time.
- You score alone. Then we talk.
- Then we decide together.
- You may ask for a break."""

_BIAS = """\
# Think twice
All of us judge before we have thought. It helps to know how that happens.

- **We like what is like us.** A place we know, a way of talking that we share.
- **The first one sticks.** What we read first can set the mark for all the rest.
- **One bright thing lights up all of it.** But good writing is not the same as good work.
- **We follow the room.** Once somebody has spoken, it is hard to say something else.
- **We find what we look for.** What does not fit, we pass over.
- **Tired minds take the easy way.** The last of the day should be heard like the first.

**What helps**

- Score on your own first. Ask: what did I read that makes me say this?
- Ask: would I say the same if I did not know them?
- Say it when you change your mind. It takes strength.
- Take the breaks."""

_BIAS_EASY = """\
# Be fair to each one
- We like what we know. That can trick us.
- Think first. Then score.
- Ask: why do I say this?
- You may change your mind."""

_ASKING = """\
# Asking well
We ask so that people can show what they can do. We do not want to catch them out.

- Ask one thing at a time, and keep it short.
- Ask what cannot be answered with yes or no: “How will you do it?”
- Then wait. Let them think. Quiet is fine.
- Ask everybody the same, and give them the same time.

**Please do not ask**

- about their own life: health, faith, family, age;
- in a way that gives the answer: “You will do that, won't you?”
- about what you only know from elsewhere.

**While you listen**

- Listen for what they have done, and what they would do.
- Write down what was said, not how well it was said.
- If it was not clear, ask again. Do not guess."""

_ASKING_EASY = """\
# How to ask
- Ask one thing. Then wait.
- Ask each group the same.
- Do not ask about their own life.
- Write down what they say."""

_DISAGREEING = """\
# Disagreeing kindly
We will not all see it the same way. That is why we are many, and not one.

- Talk about what we read, and never about who is speaking.
- Say “I see it differently”, and then say why.
- Ask before you answer: “What do you see that I do not?”
- Let people finish. Leave room for those who say less.
- You may change your mind. You may also keep it.

**When it gets hard**

- Say so. Anybody may ask for a pause.
- Say first what you agree on.
- Come back to our questions: which one are we talking about?
- We need not all agree in the end. We need to have heard each other.

*Nobody has to say how they voted.*"""

_DISAGREEING_EASY = """\
# When we do not agree
- That is fine.
- Say what you think. Be kind.
- Let others finish.
- You may ask for a pause."""

_FAIRNESS = """\
# Equality and fairness
To be fair is not to do the same for all. It is to see that nobody starts behind because of who they are.

- **In what we read.** Some pay a writer. Others write at night, or not in their first language. Look at what they would do.
- **In who is reached.** Who would come? Who would stay away, and why?
- **In this room.** Every view weighs the same. Say what you need, so that you can take part.
- **In the law.** In Great Britain nobody may be treated worse because of one of these:

*age; disability; race; religion or belief; sex; whom they love; changing gender; being married; being pregnant or a new mother.*

**What helps**

- Ask the same of each one.
- Ask who is not in this room, and what they would say.
- Ask at the end: could we say this to the people it is about?"""

_FAIRNESS_EASY = """\
# Be fair
- Each of us counts the same.
- Some need more help. That is fair.
- Look at what they would do.
- Tell us what you need."""

_CONFLICTS = """\
# When you are too close
You have a conflict of interest when something we decide could touch you, or people close to you.

- You, your family or a friend work there, or help there.
- You sit on its board, or you use what it does.
- You would gain from it, or lose by it.
- You fell out with them.

**What to do**

- Say so as soon as you see it. You need not say why.
- Do it on your phone, or tell the facilitator.
- You do not score that one or vote on it. We say when you can come back.
- It is written down that a seat stepped out. The reason is not.

*Not sure? Then say so. It does not mean that you did something wrong.*"""

_CONFLICTS_EASY = """\
# Do you know them?
- Do you know the people? Then say so.
- You sit this one out.
- You need not say why.
- Then you come back."""

_FUNDER_RULES = """\
# The funder's rules
The money comes with rules. Whoever gives it has set them.

{rules}

*If a rule is not clear, please ask.*"""

_FUNDER_RULES_EASY = """\
# Rules for the money
{rules}

Not clear? Please ask."""

BUILT_IN = ("today", "bias", "asking", "disagreeing", "fairness", "conflicts", "funder-rules")
"""The names of our own pages, as `file` in session.toml takes them."""

LEARN = {
    "learn.page.today": _TODAY,
    "learn.easy.today": _TODAY_EASY,
    "learn.page.bias": _BIAS,
    "learn.easy.bias": _BIAS_EASY,
    "learn.page.asking": _ASKING,
    "learn.easy.asking": _ASKING_EASY,
    "learn.page.disagreeing": _DISAGREEING,
    "learn.easy.disagreeing": _DISAGREEING_EASY,
    "learn.page.fairness": _FAIRNESS,
    "learn.easy.fairness": _FAIRNESS_EASY,
    "learn.page.conflicts": _CONFLICTS,
    "learn.easy.conflicts": _CONFLICTS_EASY,
    "learn.page.funder-rules": _FUNDER_RULES,
    "learn.easy.funder-rules": _FUNDER_RULES_EASY,
    # on the wall, at the foot of a page that goes on
    "learn.more": "more to read ↓",
    # on paper
    "learn.paper.title": "Pages to learn from: {session}",
    "learn.paper.easy-title": "Pages to learn from, in Easy Read: {session}",
    # what is wrong with a plan
    "learn.fault.which": "This step needs a file: a page of yours, such as learn/bias.md, or one of ours: {meant}.",
    "learn.fault.unknown": "There is no page “{found}”. Did you mean “{meant}”?",
    "learn.fault.unknown-bare": "There is no page “{found}”. Pages of ours are: {meant}. A page of yours is a file, such as learn/bias.md.",
    "learn.fault.outside": "“{found}” is no page of this folder. Put the page into the folder learn, and write its name as {meant}.",
    "learn.fault.unread": "“{found}”: {meant}",
    "learn.fault.letters": "The letters in it cannot be made out. Save it again as plain text, in UTF-8.",
    "learn.fault.empty": "There is nothing to read in “{found}”. Write the page, or take the step out.",
    "learn.fault.no-rules": "There are no rules of the funder to show. Write them down as [[funder_rule]], or take the step out.",
}
