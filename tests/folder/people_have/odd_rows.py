# ruff: noqa: E501 - a row of a file stands on one line
"""Refs, amounts and titles that something is amiss with, and words that only look like a status."""

from tests.folder.people_have.right import Right, text

BREAD, BIKE, CHOIR = ["Bread club", "1200"], ["Bike shed", "3400"], ["Choir", "900"]
TWO, THREE = [BREAD, BIKE], [BREAD, BIKE, CHOIR]
GONE = {"leave_out": ("withdrawn",)}

# fmt: off
CASES = [
    Right(
        "refs-with-marks.csv", text("""
No.,Project title,Group,Amount requested
#12,Bread club,Hall,1200
No. 13,Bike shed,Menders,3400
2026/3 a,Choir,Singers,900
"""),
        THREE, fields={"their_ref": ["#12", "No. 13", "2026/3 a"]},
    ),
    Right(
        "some-without-refs.csv", text("""
Ref,Project title,Group,Amount requested
A1,Bread club,Hall,1200
,Bike shed,Menders,3400
A3,Choir,Singers,900
"""),
        THREE,
    ),
    Right(
        "one-without-a-title.csv", text("""
Ref,Project title,Group,Amount requested
A1,Bread club,Hall,1200
A2,,Menders,3400
"""),
        [BREAD], refused=("line 3", "Project title"), options={"leave_out": ("3",)},
    ),
    Right(
        "only-a-budget.csv", text("""
Project,Group,Budget
Bread club,Hall,1200
Bike shed,Menders,3400
"""),
        TWO, said=("from “Budget”",),
    ),
    Right(
        "asked-and-offered.csv", text("""
Project,Group,Asked for,Offered,Balance
Bread club,Hall,1200,1000,200
Bike shed,Menders,3400,3400,0
"""),
        TWO,
    ),
    Right(
        "requested-in-two-currencies.csv", text("""
Ref,Project title,Amount requested (€),Amount requested (£)
1,Bread club,1400,1200
2,Bike shed,4000,3400
"""),
        TWO, refused=("Amount requested (€)", "Amount requested (£)"),
        options={"mapping": {"asked": "Amount requested (£)"}},
    ),
    Right(
        "asked-original-and-revised.csv", text("""
Ref,Project title,Amount requested,Revised amount requested
1,Bread club,1500,1200
2,Bike shed,3400,3400
"""),
        TWO, refused=("Revised amount requested",), options={"mapping": {"asked": "Revised amount requested"}},
    ),
    Right(
        "withdrawn-and-a-sum.csv", text("""
Ref,Project title,Group,Amount requested,Status
1,Bread club,Hall,1200,Received
2,Bike shed,Menders,3400,WITHDRAWN 3/5
3,Choir,Singers,900,Received
,Total,,2100,
"""),
        [BREAD, CHOIR], refused=("row 3 “Bike shed”",), options=GONE, said=("Total",),
    ),
    Right(
        "late-and-incomplete.csv", text("""
Ref,Project title,Group,Amount requested,Application status
1,Bread club,Hall,1200,Complete
2,Bike shed,Menders,3400,Incomplete - no accounts
3,Choir,Singers,900,Complete
4,Boat,Sea,500,Received late
"""),
        [BREAD, CHOIR, ["Boat", "500"]], refused=("row 3 “Bike shed”",), options={"leave_out": ("3",)},
    ),
    Right(
        "declined-in-an-earlier-round.csv", text("""
Ref,Project title,Group,Amount requested,Previously declined?
1,Bread club,Hall,1200,No
2,Bike shed,Menders,3400,Yes
3,Choir,Singers,900,No
"""),
        THREE,
    ),
    Right(
        "applied-before.csv", text("""
Ref,Project title,Group,Amount requested,Withdrawn last time,Notes
1,Bread club,Hall,1200,No,
2,Bike shed,Menders,3400,No,Test kitchen next door
"""),
        TWO,
    ),
    Right(
        "titles-with-such-words.csv", text("""
Ref,Project title,Group,Amount requested
1,Total Recall: memory cafe,Hall,1200
2,Average Joe's running,Menders,3400
3,Sum of our parts,Singers,900
4,Withdrawn? Young men talk,Sea,500
5,Duplicate keys for carers,Key,300
"""),
        [["Total Recall: memory cafe", "1200"], ["Average Joe's running", "3400"], ["Sum of our parts", "900"], ["Withdrawn? Young men talk", "500"], ["Duplicate keys for carers", "300"]],
    ),
    Right(
        "amount-equal-to-all-before.csv", text("""
Ref,Project title,Group,Amount requested
1,Bread club,Hall,1000
2,Bike shed,Menders,1000
3,Total care,Singers,2000
"""),
        [["Bread club", "1000"], ["Bike shed", "1000"], ["Total care", "2000"]],
    ),
    Right(
        "tabs-in-a-csv.csv", text("""
Ref	Project title	Group	Amount requested
1	Bread club	Hall, Leith	£1,200
2	Bike shed	Menders	£3,400
"""),
        TWO,
    ),
    Right(
        "amounts-with-remarks.csv", text("""
Ref,Project title,Group,Amount requested
1,Bread club,Hall,£1200
2,Bike shed,Menders,£3400 (incl. VAT)
3,Choir,Singers,approx. £900
"""),
        [BREAD], refused=("line 3", "line 4"), options={"leave_out": ("3", "4")},
    ),
    Right(
        "nil-and-nothing.csv", text("""
Ref,Project title,Group,Amount requested
1,Bread club,Hall,£1200
2,Bike shed,Menders,nil
3,Choir,Singers,
4,Boat,Sea,0
"""),
        [BREAD], refused=("line 3", "line 4", "line 5"), options={"leave_out": ("3-5",)},
    ),
    Right(
        "persons-as-applicants.csv", text("""
Name of applicant,Title of work,Amount requested (£)
Ann Lee,Bread in clay,1200
Bo Ray,Sheds of the north,3400
"""),
        [["Bread in clay", "1200"], ["Sheds of the north", "3400"]],
        fields={"organisation": ["Ann Lee", "Bo Ray"]},
    ),
    Right(
        "minutes-of-the-committee.csv", text("""
Agenda item,Organisation,Purpose,Sum requested
4a,Hall,Bread club for all,£1200.00
4b,Menders,A bike shed,£3400.00
"""),
        [["Bread club for all", "1200"], ["A bike shed", "3400"]], refused=("Purpose",),
        options={"mapping": {"title": "Purpose"}},
    ),
]
# fmt: on
