# ruff: noqa: E501 - a row of a file stands on one line
"""Titles in more languages, rows in two lines, and columns that only look like a status."""

from tests.folder.people_have.right import Right, text
from tests.folder.people_have.workbooks import book

BREAD, BIKE, CHOIR = ["Bread club", "1200"], ["Bike shed", "3400"], ["Choir", "900"]
TWO, THREE = [BREAD, BIKE], [BREAD, BIKE, CHOIR]
GONE = {"leave_out": ("withdrawn",)}
# fmt: off
CASES = [
    Right(
        "rtl.csv", text("""
מס׳,שם הפרויקט,Organisation,Amount requested
1,מועדון,מטבח,1200
2,מוסך,סדנה,3400
"""),
        [["מועדון", "1200"], ["מוסך", "3400"]], refused=("--map title=",),
        options={"mapping": {"title": "שם הפרויקט"}},
    ),
    Right(
        "norwegian.csv", text("""
Løpenr;Prosjektnavn;Søker;Søknadssum;Status
1;Brødklubb;Kjøkken;12 500,00;Mottatt
2;Sykkel;Verksted;3 400,00;Trukket
;Sum;;15 900,00;
""", "cp1252"),
        [["Brødklubb", "12500"]], refused=("“Sykkel”",), options=GONE,
    ),
    Right(
        "swedish.csv", text("""
Diarienr;Projektets namn;Sökande;Sökt belopp (kr)
1;Brödklubb;Kök;12 500
2;Cykel;Verkstad;3 400
;Summa;;15 900
""", "utf-8"),
        [["Brödklubb", "12500"], ["Cykel", "3400"]], refused=("kr",), options={"currency": "SEK"},
        currency="SEK",
    ),
    Right(
        "portuguese.csv", text("""
N.º;Título do projeto;Entidade;Montante solicitado;Estado
1;Clube do pão;Cozinha;1.200,00 €;Admitida
2;Bicicletas;Oficina;3.400,00 €;Não admitida
;Total;;4.600,00 €;
"""),
        [["Clube do pão", "1200"]], refused=("“Bicicletas”",), options=GONE, currency="EUR",
    ),
    Right(
        "irish.csv", text("""
Uimh.,Teideal an tionscadail,Eagraíocht,Méid iarrtha (€)
1,Club aráin,Halla,1200
2,Rothair,Deisiú,3400
Iomlán,,,4600
"""),
        [["Club aráin", "1200"], ["Rothair", "3400"]], currency="EUR",
    ),
    Right(
        "czech.csv", text("""
Č.;Název projektu;Žadatel;Požadovaná částka (Kč)
1;Klub chleba;Kuchyně;12 500
2;Kola;Dílna;3 400
;Celkem;;15 900
""", "cp1250"),
        [["Klub chleba", "12500"], ["Kola", "3400"]], currency="CZK",
    ),
    Right(
        "gaelic-sum.csv", text("""
Ref,Project title,Group,Amount requested
1,Bread club,Hall,1200
2,Bike shed,Menders,3400
,Iomlan,,4600
"""),
        TWO,
    ),
    Right(
        "score-and-rank.csv", text("""
Rank,Project title,Group,Score,Amount requested,Running total
1,Bread club,Hall,9,1200,1200
2,Bike shed,Menders,8,3400,4600
3,Choir,Singers,7,900,5500
"""),
        THREE,
    ),
    Right(
        "funding-line.csv", text("""
Ref,Project title,Group,Amount requested
1,Bread club,Hall,1200
2,Bike shed,Menders,3400
--- funding line ---,,,
3,Choir,Singers,900
"""),
        THREE,
    ),
    Right(
        "reserve-heading.csv", text("""
Ref,Project title,Group,Amount requested
1,Bread club,Hall,1200
Reserve list,,,
2,Bike shed,Menders,3400
Not eligible,,,
3,Choir,Singers,900
"""),
        TWO, refused=("“Choir”",), options=GONE,
    ),
    Right(
        "addresses-over-rows.csv", text("""
Ref,Project title,Group,Amount requested
1,Bread club,Hall,1200
,,1 High Street,
,,Leeds,
2,Bike shed,Menders,3400
,,2 High Street,
"""),
        TWO, said=("“1 High Street”", "“Leeds”"), fields={"strand": ["", ""], "organisation": ["Hall", "Menders"]},
    ),
    Right(
        "apps-over-two-rows.csv", text("""
Ref,Project title,Group,Amount requested
1,Bread club,,
,,Hall,1200
2,Bike shed,,
,,Menders,3400
"""),
        None, refused=("line 2",),
    ),
    Right(
        "quote-inches.csv", text("""
Ref,Project title,Group,Amount requested
1,Bread club,Hall,1200
2,Bike 5" shed,Menders,3400
"""),
        [BREAD, ['Bike 5" shed', "3400"]],
    ),
    Right(
        "mysql.csv", text("""
Ref,Project title,Group,Amount requested
1,"Bread \\"best\\" club",Hall,1200
2,Bike shed,Menders,3400
"""),
        None, refused=("line 2",),
    ),
    Right(
        "unquoted-comma.csv", text("""
Ref,Project title,Group,Amount requested
1,Bread, cake and tea,Hall,1200
2,Bike shed,Menders,3400
"""),
        [BIKE], refused=("line 2",), options={"leave_out": ("2",)},
    ),
    Right(
        "unquoted-comma-with-spare.csv", text("""
Ref,Project title,Group,Amount requested,Notes,More
1,Bread, cake and tea,Hall,1200,
2,Bike shed,Menders,3400,,
"""),
        [BIKE], refused=("line 2",), options={"leave_out": ("2",)},
    ),
    Right(
        "run-words.csv", text("""
Ref,Project title,Group,Amount requested
1,=Bread club,+Hall,1200
2,@home,-Menders,3400
3,- Choir,Singers,900
"""),
        [["'=Bread club","1200"],["'@home","3400"],["'- Choir","900"]],
    ),
    Right(
        "amount-percent.csv", text("""
Ref,Project title,Group,Amount requested
1,Bread club,Hall,50%
2,Bike shed,Menders,3400
"""),
        None, refused=("line 2",),
    ),
    Right(
        "per-year.csv", text("""
Ref,Project title,Group,Amount requested per year,Years
1,Bread club,Hall,1200,3
2,Bike shed,Menders,3400,1
"""),
        TWO,
    ),
    Right(
        "monthly.csv", text("""
Ref,Project title,Group,Monthly amount requested,Amount requested
1,Bread club,Hall,100,1200
2,Bike shed,Menders,300,3400
"""),
        TWO, refused=("Monthly",), options={"mapping": {"asked": "Amount requested"}},
    ),
    Right(
        "contact-under-applicant.csv", text("""
Ref,Applicant,Organisation,Project,Amount requested,Type
1,Ann Lee,,Bread club,1200,Individual
2,Bo Ray,Menders,Bike shed,3400,Group
"""),
        TWO,
    ),
    Right(
        "excel-in-cp437.csv", text("""
Project title,Group,Amount requested
Café club,Hall,£1200
Bike shed,Menders,£3400
""", "cp850"),
        [["Café club","1200"],BIKE],
    ),
    Right(
        "utf8-no-bom-emoji-semicolon.csv", text("""
Projet;Association;Montant demandé (€)
École 🌱;Amis;1 200,50
Vélo;Atelier;3 400
""", "utf-8"),
        [["École 🌱","1200.50"],["Vélo","3400"]], currency="EUR",
    ),
    Right(
        "refs-with-tails.csv", text("""
Ref,Project title,Group,Amount requested
101.0,Bread club,Hall,1200
102.0,Bike shed,Menders,3400
Total,,,4600
"""),
        TWO, fields={"ref": ["101", "102"]},
    ),
    Right(
        "declined-to-answer.csv", text("""
Ref,Project title,Group,Amount requested,Ethnicity,Closed group?
1,Bread club,Hall,1200,Declined to say,Closed
2,Bike shed,Menders,3400,Mixed,Open
"""),
        TWO,
    ),
    Right(
        "states-of-a-country.csv", text("""
Ref,Project title,Group,Amount requested,State
1,Bread club,Hall,1200,NSW
2,Bike shed,Menders,3400,VIC
"""),
        TWO,
    ),
    Right(
        "stage-of-life.csv", text("""
Ref,Project title,Group,Amount requested,Stage,Proceeds to
1,Bread club,Hall,1200,Started,No
2,Bike shed,Menders,3400,Idea,Yes
"""),
        TWO,
    ),
    Right(
        "in-progress-work.csv", text("""
Ref,Project title,Group,Amount requested,Complete?
1,Bread club,Hall,1200,Yes
2,Bike shed,Menders,3400,No
"""),
        [BREAD], refused=("Complete?: No",), options=GONE,
    ),
    Right(
        "all-not-shortlisted.csv", text("""
Ref,Project title,Group,Amount requested,Shortlisted
1,Bread club,Hall,1200,No
2,Bike shed,Menders,3400,No
"""),
        TWO,
    ),
    Right(
        "nested-years.xlsx",
        book(None, S=[["Ref", "Project title", "Amount requested", None, None], [None, None, "Year 1", "Year 2", "Total"], [1, "Bread club", 600, 600, 1200], [2, "Bike shed", 3000, 400, 3400]]),
        TWO, refused=("Year 1", "Total"), options={"mapping": {"asked": "Amount requested Total"}},
    ),
]
# fmt: on
