"""Rows with a name and an amount alone, and figures that are no digits."""

from tests.folder.people_have.right import Right, text

BREAD, BIKE, CHOIR = ["Bread club", "1200"], ["Bike shed", "3400"], ["Choir", "900"]
TWO, THREE = [BREAD, BIKE], [BREAD, BIKE, CHOIR]

# fmt: off
CASES = [
    Right(
        "money-set-aside.csv", text("""
Ref,Project title,Group,Amount requested
1,Bread club,Hall,1200
2,Bike shed,Menders,3400
,Contingency,,5000
"""),
        TWO, refused=("row 4 “Contingency”",), options={"leave_out": ("bare",)},
        said=("Row 4 has a name and an amount alone",),
    ),
    Right(
        "one-not-written-in-full.csv", text("""
Ref,Project title,Group,Amount requested
1,Bread club,Hall,1200
2,Bike shed,Menders,3400
,Hall roof,,5000
3,Choir,Singers,900
"""),
        [BREAD,BIKE,["Hall roof","5000"],CHOIR], refused=("row 4 “Hall roof”",), options={"take_in": ("4",)},
        said=("is taken in",),
    ),
    Right(
        "fund-size-last.csv", text("""
Project title,Group,Amount requested
Bread club,Hall,1200
Bike shed,Menders,3400
Fund size,,50000
"""),
        TWO, refused=("row 4 “Fund size”",), options={"leave_out": ("4",)},
    ),
    Right(
        "a-person-last.csv", text("""
Project title,Group,Amount requested
Bread club,Hall,1200
Bike shed,Menders,3400
Choir,,900
"""),
        [BREAD, BIKE, ["Choir", "900"]],
    ),
    Right(
        "costs-below-each.csv", text("""
Ref,Project title,Group,Amount requested
1,Bread club,Hall,1200
,Staff,,1000
,Flour,,200
2,Bike shed,Menders,3400
,Wood,,3400
"""),
        TWO, refused=("row 3 “Staff”; row 4 “Flour”; row 6 “Wood”",), options={"leave_out": ("bare",)},
    ),
    Right(
        "a-footnote.csv", text("""
Ref,Project title,Group,Amount requested
1,Bread club,Hall,1200
2,Bike shed,Menders,3400¹

¹ with VAT,,,
"""),
        [BREAD], refused=("line 3", "3400¹"), options={"leave_out": ("3",)},
    ),
    Right(
        "half-a-thousand.csv", text("""
Ref,Project title,Group,Amount requested
1,Bread club,Hall,1200
2,Bike shed,Menders,3½k
"""),
        [BREAD], refused=("line 3",), options={"leave_out": ("3",)},
    ),
    Right(
        "eligible-costs.csv", text("""
Ref,Project title,Group,Amount requested,Eligible costs,Eligibility notes
1,Bread club,Hall,1200,0,
2,Bike shed,Menders,3400,3400,n
"""),
        TWO,
    ),
]
# fmt: on
