"""Text files whose cells hold no plain amount or ref, and rows that are no applications."""

from tests.folder.people_have.right import Right, text

BREAD, BIKE, CHOIR = ["Bread club", "1200"], ["Bike shed", "3400"], ["Choir", "900"]
TWO, THREE = [BREAD, BIKE], [BREAD, BIKE, CHOIR]

# fmt: off
CASES = [
    Right(
        "mostly-k.csv", text("""
Project title,Organisation,How much do you need?
Bread club,Hall,£1.2k
Bike shed,Menders,£12K
Choir,Singers,0.5m
"""),
        [BREAD, ["Bike shed", "12000"], ["Choir", "500000"]], warned=("shortly",),
    ),
    Right(
        "lakhs-in-words.csv", text("""
Project title,NGO,Amount requested
Bread club,Hall,"₹1,20,000"
Bike shed,Menders,"Rs. 3,40,000/-"
Choir,Singers,₹2.5 lakh
"""),
        [["Bread club", "120000"], ["Bike shed", "340000"], ["Choir", "250000"]], currency="INR",
    ),
    Right(
        "danish.csv", text("""
Nr.;Projekttitel;Forening;Ansøgt beløb (DKK)
1;Brødklub;Køkken;12.500,00
2;Cykel;Værksted;3.400,00
;I alt;;15.900,00
""", "cp1252"),
        [["Brødklub", "12500"], ["Cykel", "3400"]], currency="DKK", said=("I alt",),
    ),
    Right(
        "points-for-thousands.csv", text("""
Project title;Organisation;Amount requested (€)
Bread club;Hall;1.200
Bike shed;Menders;3.400
"""),
        TWO, currency="EUR", said=("comma",),
    ),
    Right(
        "one-point-three-noughts.csv", text("""
Project title,Organisation,Amount requested
Bread club,Hall,£1.200
Bike shed,Menders,£340
"""),
        [["Bike shed", "340"]], refused=("line 2", "1200", "1.20"), options={"leave_out": ("2",)},
    ),
    Right(
        "pence-and-a-dash.csv", text("""
Project title;Verein;Antragssumme
Bread club;Hall;1.200,-
Bike shed;Menders;3.400,--
Choir;Singers;€ 900,00
"""),
        THREE, currency="EUR",
    ),
    Right(
        "errors-saved-as-text.csv", text("""
Ref,Project title,Amount requested
1,Bread club,1200
2,#NAME?,3400
3,Choir,#REF!
"""),
        [BREAD], refused=("line 3", "#NAME?", "line 4", "#REF!"), options={"leave_out": ("3", "4")},
    ),
    Right(
        "noughts-and-nulls.csv", text("""
id,title,organisation,amount_requested,town
1,Bread club,NULL,1200,NULL
2,Bike shed,Menders,3400,NaN
3,Choir,Singers,900,Ayr
"""),
        THREE, fields={"organisation": ["", "Menders", "Singers"], "place": ["", "", "Ayr"]},
    ),
    Right(
        "refs-made-into-dates.csv", text("""
Ref,Project title,Amount requested
01-Feb,Bread club,1200
02-Mar,Bike shed,3400
13-2026,Choir,900
"""),
        THREE, warned=("01-Feb",),
    ),
    Right(
        "refs-cut-short.csv", text("""
Ref,Project title,Amount requested
2.02611E+11,Bread club,1200
2.02611E+11,Bike shed,3400
"""),
        refused=("2.02611E+11",),
    ),
    Right(
        "capitals-and-noughts.csv", text("""
Ref,Project title,Amount requested
0012,Bread club,1200
12,Bike shed,3400
ab1,Choir,900
AB1,Choir,950
"""),
        [BREAD, BIKE, CHOIR, ["Choir", "950"]], fields={"their_ref": ["0012", "12", "ab1", "AB1"]},
        said=("differ by a capital", "same title"),
    ),
    Right(
        "tail-of-notes.csv", text("""
Ref,Project title,Organisation,Amount requested
1,Bread club,Hall,1200
2,Bike shed,Menders,3400
,,,
TOTAL (2 applications),,,4600
,,Budget,4000
,,Over by,600
* Bike shed asked for more time,,,
"""),
        TWO, said=("TOTAL (2 applications)",),
    ),
    Right(
        "sum-above-the-first.csv", text("""
Ref,Project title,Organisation,Amount requested
,Total requested,,4600
1,Bread club,Hall,1200
2,Bike shed,Menders,3400
"""),
        TWO, said=("Total requested",),
    ),
    Right(
        "sum-in-one-cell.csv", text("""
Ref,Project title,Organisation,Amount requested
1,Bread club,Hall,1200
2,Bike shed,Menders,3400
,"Total: £4,600",,
"""),
        TWO, said=("Total: £4,600",),
    ),
    Right(
        "no-titles.csv", text("""
1,Bread club,Hall,1200
2,Bike shed,Menders,3400
"""),
        refused=("line 1",),
    ),
    Right(
        "lines-in-cells.csv", text("""
Project title,"Amount
requested
(£)",Notes
"Bread
club",1200,"One
Two"
"Bike shed","3,400
",
"""),
        TWO,
    ),
]
# fmt: on
