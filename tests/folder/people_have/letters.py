# ruff: noqa: E501 - a row of a file stands on one line
"""Text files as programs and countries write them: their letters, their marks, their money."""

from tests.folder.people_have.right import Right, text

BREAD, BIKE, CHOIR = ["Bread club", "1200"], ["Bike shed", "3400"], ["Choir", "900"]
TWO, THREE = [BREAD, BIKE], [BREAD, BIKE, CHOIR]

# fmt: off
CASES = [
    Right(
        "excel-unicode-text.txt", text("""
Ref	Project title	Organisation	Amount requested
007	Café, cake	Clár	£1,200
008	Bike shed	Menders	£3,400
""", "utf-16"),
        [["Café, cake", "1200"], BIKE], warned=("UTF-16",),
        fields={"ref": ["007", "008"], "organisation": ["Clár", "Menders"]},
    ),
    Right(
        "utf-16-without-a-mark.csv", text("""
Ref,Project title,Amount requested
1,Bread club,1200
2,Bike shed,3400
""", "utf-16-le"),
        TWO,
    ),
    Right(
        "german-excel.csv", text("""
Lfd. Nr.;Projekttitel;Träger;Beantragte Summe
1;Brot für alle;Küche e.V.;1.200,50 €
2;Räder;Löwen;12.500,00 €
;Summe;;13.700,50 €
""", "cp1252"),
        [["Brot für alle", "1200.50"], ["Räder", "12500"]], currency="EUR", said=("“Summe”",),
        fields={"organisation": ["Küche e.V.", "Löwen"], "ref": ["1", "2"]},
    ),
    Right(
        "mac-lines-of-one-letter.csv", text("""
Project title,Organisation,Amount requested
Café club,Zoë’s,1200
Bike shed,Menders,3400
""", "mac_roman", "\r"),
        [["Café club", "1200"], BIKE], warned=("Mac OS Roman",),
    ),
    Right(
        "mark-and-sep-line.csv", text("""
sep=;
Project title;Organisation;Amount requested
Bread club;Hall, Leith;£1,200.00
Bike shed;Menders;£3,400.00
""", "utf-8-sig"),
        TWO,
    ),
    Right(
        "pasted-from-two.csv",
        "Project title,Organisation,Amount requested\nCafé club,Hall,1200\n".encode() + "Zoë shed,Menders,3400\n".encode("cp1252"),
        [["Café club", "1200"], ["Zoë shed", "3400"]],
    ),
    Right(
        "every-line-in-quotes.csv", text("""
"Ref,Project title,Amount requested"
"1,Bread club,1200"
"2,""Bike, new, shed"",3400"
"""),
        [BREAD, ["Bike, new, shed", "3400"]], fields={"ref": ["1", "2"]},
    ),
    Right(
        "pipes.txt", text("""
Ref|Project title|Organisation|Amount requested
A1|Bread club|Hall; Leith|1,200
A2|Bike shed|Menders|3,400
"""),
        TWO,
    ),
    Right(
        "all-quoted-with-nbsp.csv", text("""
"\u00a0Project title\u00a0","Amount\u00a0requested (£)\u200b"
"Bread club\u00a0","\u00a01\u00a0200\u00a0"
"Bike shed","3\u202f400"
"""),
        TWO,
    ),
    Right(
        "empty-columns-first.csv", text("""
,,,,
,,Round 3,,
,,,,
,,Ref,Project title,Amount requested,,
,,1,Bread club,1200,,
,,,,,,
,,2,Bike shed,3400,,
,,,,,,
,,,Total,4600,,
,,,,,,
,,Printed on 3 May,,,,
"""),
        TWO, said=("Total", "stand"), fields={"ref": ["1", "2"]},
    ),
    Right(
        "budget-box-beside.csv", text("""
Ref,Project title,Amount requested,,Budget,50000
1,Bread club,1200,,Left,45400
2,Bike shed,3400,,,
"""),
        TWO,
    ),
    Right(
        "to-be-confirmed.csv", text("""
Ref,Project title,Amount requested
1,Bread club,£1200
2,Bike shed,TBC
3,Choir,£900
"""),
        [BREAD, CHOIR], refused=("line 3", "TBC"), options={"leave_out": ("3",)},
    ),
    Right(
        "ranges.csv", text("""
Ref,Project title,Amount requested
1,Bread club,£1000-£1500
2,Bike shed,3400
"""),
        [BIKE], refused=("line 2",), options={"leave_out": ("2",)},
    ),
    Right(
        "up-to.csv", text("""
Ref,Project title,Amount requested
1,Bread club,up to £1500
2,Bike shed,3400
"""),
        [BIKE], refused=("line 2", "up to £1500"), options={"leave_out": ("2",)},
    ),
    Right(
        "asks-for-less-than-nothing.csv", text("""
Ref,Project title,Amount requested
1,Bread club,(1200)
2,Bike shed,3400
3,Choir,-900
"""),
        [BIKE], refused=("line 2", "line 4"), options={"leave_out": ("2", "4")},
    ),
    Right(
        "pounds-in-words.csv", text("""
Project title,Organisation,Amount requested
Bread club,Hall,1200 pounds
Bike shed,Menders,GBP 3400
Choir,Singers,900 GBP
"""),
        THREE,
    ),
]
# fmt: on
