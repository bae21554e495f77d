"""Words above and below a table, several tables, and rows that only look like sums."""

from tests.folder.people_have.right import Right, text

BREAD, BIKE, CHOIR = ["Bread club", "1200"], ["Bike shed", "3400"], ["Choir", "900"]
TWO, THREE = [BREAD, BIKE], [BREAD, BIKE, CHOIR]
GONE = {"leave_out": ("withdrawn",)}

# fmt: off
CASES = [
    Right(
        "euros-said-above.csv", text("""
Round 3 (all amounts in euro),,,
,,,
Ref,Project title,Group,Amount requested
1,Bread club,Hall,1200
2,Bike shed,Menders,3400
"""),
        TWO, currency="EUR",
    ),
    Right(
        "thousands-said-above.csv", text("""
Round 3,,,
All figures in £000s,,,
Ref,Project title,Group,Amount requested
1,Bread club,Hall,1.2
2,Bike shed,Menders,3.4
"""),
        TWO, said=("multiplied by 1,000",),
    ),
    Right(
        "thousands-said-below.csv", text("""
Ref,Project title,Group,Amount requested
1,Bread club,Hall,12
2,Bike shed,Menders,34

Note: amounts are in thousands of pounds,,,
"""),
        [["Bread club", "12000"], ["Bike shed", "34000"]], said=("multiplied by 1,000",),
    ),
    Right(
        "euros-said-below.csv", text("""
Ref,Project title,Group,Amount requested
1,Bread club,Hall,1200
2,Bike shed,Menders,3400

All amounts in EUR,,,
"""),
        TWO, currency="EUR",
    ),
    Right(
        "facts-above.csv", text("""
Fund:,Community fund,,
Total budget:,"£50,000",,
Deadline:,1 May 2026,,
,,,
Ref,Project title,Group,Amount requested
1,Bread club,Hall,1200
2,Bike shed,Menders,3400
"""),
        TWO, said=("Rows 1-4 stand above",),
    ),
    Right(
        "heading-that-says-amount.csv", text("""
Amount requested by each group in 2026,,,
Ref,Project title,Group,Amount requested
1,Bread club,Hall,1200
2,Bike shed,Menders,3400
"""),
        TWO, fields={"organisation": ["Hall", "Menders"]},
    ),
    Right(
        "column-called-pound.csv", text("""
Ref,Project,Group,£
1,Bread club,Hall,1200
2,Bike shed,Menders,3400
"""),
        TWO,
    ),
    Right(
        "columns-with-a-pound-first.csv", text("""
Ref,Project,Group,£ requested,£ match,£ total
1,Bread club,Hall,1200,100,1300
2,Bike shed,Menders,3400,100,3500
"""),
        TWO,
    ),
    Right(
        "ask-with-marks.csv", text("""
REF:,PROJECT TITLE:,GROUP:,ASK (£):
1,Bread club,Hall,1200
2,Bike shed,Menders,3400
"""),
        TWO,
    ),
    Right(
        "camels-and-lines.csv", text("""
applicationId,projectTitle,organisationName,amountRequested,projectSummary
1,Bread club,Hall,1200,We bake
2,Bike shed,Menders,3400,We mend
"""),
        TWO, fields={"ref": ["1", "2"], "organisation": ["Hall", "Menders"], "summary": ["We bake", "We mend"]},
    ),
    Right(
        "two-tables-with-their-titles.csv", text("""
Small grants,,,
Ref,Project title,Group,Amount requested
1,Bread club,Hall,1200
2,Choir,Singers,900
Total,,,2100
,,,
Large grants,,,
Ref,Project title,Group,Amount requested
3,Bike shed,Menders,3400
Total,,,3400
"""),
        [BREAD, CHOIR, BIKE], said=("titles of the columns again",),
    ),
    Right(
        "withdrawn-below-in-their-own.csv", text("""
Ref,Project title,Group,Amount requested
1,Bread club,Hall,1200
2,Bike shed,Menders,3400
,,,
WITHDRAWN,,,
Ref,Project title,Group,Amount requested
3,Choir,Singers,900
"""),
        TWO, refused=("row 7 “Choir”",), options=GONE,
    ),
    Right(
        "many-words-for-sums.csv", text("""
Ref,Project title,Group,Amount requested
1,Bread club,Hall,1200
2,Bike shed,Menders,3400
Σ,,,4600
Totals:,,,4600
Count,,,2
Max,,,3400
Total £,,,4600
"""),
        TWO, said=("Rows 4, 5, 6, 7 and 8",),
    ),
    Right(
        "sum-with-no-words.csv", text("""
Ref,Project title,Group,Amount requested,Match
1,Bread club,Hall,1200,10
2,Bike shed,Menders,3400,20
,,,4600,30
"""),
        TWO, said=("Row 4",),
    ),
    Right(
        "an-empty-line-between-each.csv", text("""
Ref,Project title,Group,Amount requested

1,Bread club,Hall,1200

2,Bike shed,Menders,3400

3,Choir,Singers,900

Total,,,5500
"""),
        THREE, said=("Total",),
    ),
    Right(
        "signed-below.csv", text("""
Ref,Project title,Group,Amount requested
1,Bread club,Hall,1200
2,Bike shed,Menders,3400
,,,
Prepared by,Ann Lee,,
Date,3 May 2026,,
Signed,,,
"""),
        TWO, said=("remarks",),
    ),
    Right(
        "ref-used-twice.csv", text("""
Ref,Project title,Group,Amount requested
A1,Bread club,Hall,1200
A2,Bike shed,Menders,3400
A1,Bread club,Hall,1250
"""),
        [BREAD, BIKE], refused=("line 4", "A1"), options={"leave_out": ("4",)},
    ),
]
# fmt: on
