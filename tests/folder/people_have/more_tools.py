# ruff: noqa: E501 - a row of a file stands on one line
"""More of what tools give out, more words that decide, and currencies named beside the table."""

from tests.folder.people_have.books import HEAD, ROWS, book
from tests.folder.people_have.right import Right, text

BREAD, BIKE, CHOIR = ["Bread club", "1200"], ["Bike shed", "3400"], ["Choir", "900"]
TWO, THREE = [BREAD, BIKE], [BREAD, BIKE, CHOIR]
GONE = {"leave_out": ("withdrawn",)}


def hidden_sum(made):
    made.active.row_dimensions[5].hidden = True


# fmt: off
CASES = [
    Right(
        "google-forms-quiz.csv", text("""
Timestamp,Score,Project name,Organisation name,Grant amount requested,Please tick to confirm
5/1/2026 9:12:00,0,Bread club,Hall,1200,I agree
5/2/2026 9:12:00,0,Bike shed,Menders,3400,I agree
"""),
        TWO,
    ),
    Right(
        "microsoft-forms-points.csv", text("""
ID,Start time,Completion time,Email,Name,Total points,Quiz feedback,Project title,Points - Project title,Feedback - Project title,Amount requested,Points - Amount requested,Feedback - Amount requested
1,5/1/26 9:12:00,5/1/26 9:22:00,anonymous,,,,Bread club,,,1200,,
2,5/1/26 9:12:00,5/1/26 9:22:00,anonymous,,,,Bike shed,,,3400,,
"""),
        TWO,
    ),
    Right(
        "surveymonkey-condensed.csv", text("""
Respondent ID,Date,1. Name of your project,2. How much would you like us to give? (£),3. Group
1182,2026-05-01,Bread club,1200,Hall
1183,2026-05-01,Bike shed,3400,Menders
"""),
        TWO,
    ),
    Right(
        "salesforce-summary.csv", text("""
"Stage","Opportunity Name","Account Name","Amount Requested"
"Under review (2)","","",""
"","Bread club","Hall","1200"
"","Bike shed","Menders","3400"
"Subtotal","","","4600"
"Withdrawn (1)","","",""
"","Choir","Singers","900"
"Subtotal","","","900"
"Total","","","5500"
"""),
        TWO, refused=("“Choir”",), options=GONE,
    ),
    Right(
        "french-votes.pb", text("""
META
key;value
country;France
budget;10000
num_projects;2
PROJECTS
project_id;name;cost;selected
1;Club de pain;1200;1
2;"Vélos; et plus";3400.5;0
VOTES
voter_id;vote
"""),
        [["Club de pain","1200"],["Vélos; et plus","3400.50"]], currency="EUR",
    ),
    Right(
        "360giving-with-a-mark.json", text("""
{"grants":[{"id":"360G-a-1","title":"Bread club","currency":"EUR","amountAppliedFor":1200,"recipientOrganization":[{"name":"Hall"}]}]}
""", "utf-8-sig"),
        [BREAD], currency="EUR",
    ),
    Right(
        "wards-and-their-sums.csv", text("""
Ward,Ref,Project title,Amount requested
North,1,Bread club,1200
North,2,Choir,900
North total,,,2100
South,3,Bike shed,3400
South total,,,3400
Grand total,,,5500
"""),
        [BREAD, CHOIR, BIKE],
    ),
    Right(
        "wards-said-once.csv", text("""
Ward,Ref,Project title,Amount requested
North,1,Bread club,1200
,2,Choir,900
South,3,Bike shed,3400
"""),
        [BREAD, CHOIR, BIKE],
    ),
    Right(
        "status-in-short.csv", text("""
Status,Ref,Project title,Group,Amount requested
OK,1,Bread club,Hall,1200
W/D,2,Bike shed,Menders,3400
OK,3,Choir,Singers,900
"""),
        [BREAD, CHOIR], refused=("row 3 “Bike shed”",), options=GONE,
    ),
    Right(
        "ineligible-crossed.csv", text("""
Ref,Project title,Group,Amount requested,Ineligible
1,Bread club,Hall,1200,
2,Bike shed,Menders,3400,X
3,Choir,Singers,900,
"""),
        [BREAD, CHOIR], refused=("row 3 “Bike shed”",), options=GONE,
    ),
    Right(
        "why-ineligible.csv", text("""
Ref,Project title,Group,Amount requested,Reason for ineligibility
1,Bread club,Hall,1200,
2,Bike shed,Menders,3400,Outside the area
3,Choir,Singers,900,
"""),
        [BREAD, CHOIR], refused=("row 3 “Bike shed”",), options=GONE,
    ),
    Right(
        "sift-outcome.csv", text("""
Ref,Project title,Group,Amount requested,Sift outcome
1,Bread club,Hall,1200,Panel
2,Bike shed,Menders,3400,Reject
3,Choir,Singers,900,Panel
"""),
        [BREAD, CHOIR], refused=("row 3 “Bike shed”",), options=GONE,
    ),
    Right(
        "first-stage-decision.csv", text("""
Ref,Project title,Group,Amount requested,Stage 1 decision
1,Bread club,Hall,1200,Progress to panel
2,Bike shed,Menders,3400,Decline
3,Choir,Singers,900,Progress to panel
"""),
        [BREAD, CHOIR], refused=("row 3 “Bike shed”",), options=GONE,
    ),
    Right(
        "day-submitted.csv", text("""
Ref,Project title,Group,Amount requested,Submitted
1,Bread club,Hall,1200,2026-05-01
2,Bike shed,Menders,3400,
3,Choir,Singers,900,2026-05-02
"""),
        THREE,
    ),
    Right(
        "lead-and-partner.csv", text("""
Ref,Project title,Lead organisation,Partner organisation,Amount requested
1,Bread club,Hall,Menders,1200
2,Bike shed,Menders,Hall,3400
"""),
        TWO, fields={"organisation":["Hall","Menders"]},
    ),
    Right(
        "numbers-of-organisations.csv", text("""
Ref,Project title,Organisation,Organisation name,Amount requested
1,Bread club,1123456,Hall,1200
2,Bike shed,1123457,Menders,3400
"""),
        TWO, fields={"organisation":["Hall","Menders"]},
    ),
    Right(
        "kind-of-applicant.csv", text("""
Ref,Project title,Applicant type,Applicant,Amount requested
1,Bread club,Charity,Hall,1200
2,Bike shed,CIC,Menders,3400
"""),
        TWO, fields={"organisation":["Hall","Menders"]},
    ),
    Right(
        "description-alone.csv", text("""
Ref,Description,Group,Amount requested
1,Bread for all the families who need it,Hall,1200
2,A shed for bikes of the whole street,Menders,3400
"""),
        None, refused=("title",),
    ),
    Right(
        "spaces-round-amounts.csv", text("""
Ref;Project title;Group;Amount requested
1;Bread club;Hall; £ 1,200.00
2;Bike shed;Menders; £ 3,400.00
;Total;; £ 4,600.00
"""),
        TWO,
    ),
    Right(
        "semicolons-and-english-amounts.csv", text("""
Ref;Project title;Group;Amount requested
1;Bread club;Hall;1,200
2;Bike shed;Menders;3,400
"""),
        TWO,
    ),
    Right(
        "semicolons-and-pounds.csv", text("""
Ref;Project title;Group;Amount requested
1;Bread club;Hall;£1,200
2;Bike shed;Menders;£3,400
"""),
        TWO,
    ),
    Right(
        "a-currency-for-each.csv", text("""
Ref,Project title,Group,Amount requested,Currency
1,Bread club,Hall,1200,GBP
2,Bike shed,Menders,3400,EUR
"""),
        TWO, refused=("GBP, EUR",), options={"currency":"GBP"},
    ),
    Right(
        "us-dollars.csv", text("""
Ref,Project title,Group,Amount requested (US$)
1,Bread club,Hall,1200
2,Bike shed,Menders,3400
"""),
        TWO, currency="USD",
    ),
    Right(
        "currency-above.csv", text("""
Currency: EUR,,,
Ref,Project title,Group,Amount requested
1,Bread club,Hall,1200
2,Bike shed,Menders,3400
"""),
        TWO, currency="EUR",
    ),
    Right(
        "currency-above-in-two-cells.csv", text("""
Currency,EUR,,
Ref,Project title,Group,Amount requested
1,Bread club,Hall,1200
2,Bike shed,Menders,3400
"""),
        TWO, currency="EUR",
    ),
    Right(
        "budget-in-euro-above.csv", text("""
Budget available: €50 000,,,
Ref,Project title,Group,Amount requested
1,Bread club,Hall,1200
2,Bike shed,Menders,3400
"""),
        TWO, currency="EUR",
    ),
    Right(
        "hidden-sum.xlsx",
        book(hidden_sum, S=[*ROWS, [None, "Total", None, 5500]]), THREE,
    ),
    Right(
        "refs-with-points.xlsx",
        book(None, S=[HEAD, [1.1, *ROWS[1][1:]], [1.2, *ROWS[2][1:]]]), TWO, fields={"ref":["1.1","1.2"]},
    ),
    Right(
        "two-tables-on-one-sheet.xlsx",
        book(None, S=[["Small grants"], HEAD, ROWS[1], [None,"Total",None,1200], [], ["Large grants"], HEAD, ROWS[2], [None,"Total",None,3400]]),
        TWO, fields={"strand": ["Small grants","Large grants"]},
    ),
    Right(
        "cover-with-values.xlsx",
        book(None, Cover=[["Programme","Community fund"],["Total requested",4600],["Title","Round 3"]], Data=ROWS[:3]),
        TWO,
    ),
]
# fmt: on
