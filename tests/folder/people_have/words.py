"""Columns and rows that say in words what they are: statuses, and titles in other languages."""

from tests.folder.people_have.right import Right, text

BREAD, BIKE, CHOIR = ["Bread club", "1200"], ["Bike shed", "3400"], ["Choir", "900"]
TWO, THREE = [BREAD, BIKE], [BREAD, BIKE, CHOIR]
GONE = {"leave_out": ("withdrawn",)}

# fmt: off
CASES = [
    Right(
        "shortlisted-or-not.csv", text("""
Ref,Project title,Amount requested,Shortlisted?
1,Bread club,1200,Yes
2,Bike shed,3400,No
3,Choir,900,Yes
"""),
        [BREAD, CHOIR], refused=("row 3 “Bike shed”", "Shortlisted?: No"), options=GONE,
    ),
    Right(
        "goes-to-panel.csv", text("""
Ref,Project title,Amount requested,To panel (Y/N)
1,Bread club,1200,Y
2,Bike shed,3400,N
3,Choir,900,Y
"""),
        [BREAD, CHOIR], refused=("row 3 “Bike shed”",), options=GONE,
    ),
    Right(
        "eligible-y-n.csv", text("""
Ref,Project title,Amount requested,Eligible (Y/N)
1,Bread club,1200,Y
2,Bike shed,3400,N
3,Choir,900,Y
"""),
        [BREAD, CHOIR], refused=("row 3 “Bike shed”",), options=GONE,
    ),
    Right(
        "day-withdrawn.csv", text("""
Ref,Project title,Amount requested,Date withdrawn
1,Bread club,1200,
2,Bike shed,3400,12/03/2026
3,Choir,900,
"""),
        [BREAD, CHOIR], refused=("row 3 “Bike shed”",), options=GONE,
    ),
    Right(
        "copy-of-another.csv", text("""
Ref,Project title,Organisation,Amount requested,Duplicate of
1,Bread club,Hall,1200,
2,Bike shed,Menders,3400,
3,Bread club,Hall,1200,1
"""),
        TWO, refused=("row 4 “Bread club”", "Duplicate of: 1"), options=GONE,
    ),
    Right(
        "sifted-in-many-words.csv", text("""
Ref,Project title,Amount requested,Status
1,Bread club,1200,To panel
2,Bike shed,3400,Did not meet criteria
3,Choir,900,To panel
4,Hall roof,20000,Removed at triage
5,Books,300,Fails eligibility
6,Boat,700,Not progressing
"""),
        [BREAD, CHOIR], refused=("row 3 “Bike shed”", "row 5 “Hall roof”", "row 6 “Books”", "row 7 “Boat”"),
        options=GONE,
    ),
    Right(
        "declined-earlier.csv", text("""
Ref,Project title,Amount requested,Decision
1,Bread club,1200,
2,Bike shed,3400,Declined at first stage
3,Choir,900,
"""),
        [BREAD, CHOIR], refused=("row 3 “Bike shed”", "Declined at first stage"), options=GONE,
    ),
    Right(
        "all-decided-before.csv", text("""
Ref,Project title,Amount requested,Decision
1,Bread club,1200,Approved
2,Bike shed,3400,Declined
3,Choir,900,Approved
"""),
        THREE,
    ),
    Right(
        "stage-of-salesforce.csv", text("""
Opportunity Name,Account Name,Amount Requested,Stage
Bread club,Hall,1200.00,Under Review
Bike shed,Menders,3400.00,Closed Lost
Choir,Singers,900.00,Under Review
"""),
        [BREAD, CHOIR], refused=("row 3 “Bike shed”", "Closed Lost"), options=GONE,
    ),
    Right(
        "withdrew-on-the-telephone.csv", text("""
Ref,Project title,Amount requested,Comments
1,Bread club,1200,Good
2,Bike shed,3400,Applicant has withdrawn by phone
3,Choir,900,Were withdrawn last year and came back
"""),
        [BREAD, CHOIR], refused=("row 3 “Bike shed”",), options={"leave_out": ("3",)},
    ),
    Right(
        "german-status.csv", text("""
Nr.;Projektname;Antragsteller;Beantragter Betrag;Status
1;Brotklub;Küche;1.200,00;vollständig
2;Räder;Löwen;3.400,00;zurückgezogen
3;Chor;Sänger;900,00;abgelehnt
;Gesamtsumme;;5.500,00;
"""),
        [["Brotklub", "1200"]], refused=("“Räder”", "“Chor”"), options=GONE, said=("Gesamtsumme",),
    ),
    Right(
        "french-status.csv", text("""
N°;Intitulé du projet;Association;Subvention demandée;Statut
1;Club de pain;Cuisine;1 200,00 €;Recevable
2;Vélos;Atelier;3 400,00 €;Irrecevable
3;Chorale;Voix;900,00 €;Retiré par le demandeur
;TOTAL GÉNÉRAL;;5 500,00 €;
"""),
        [["Club de pain", "1200"]], refused=("“Vélos”", "“Chorale”"), options=GONE, currency="EUR",
        fields={"organisation": ["Cuisine"]}, said=("TOTAL GÉNÉRAL",),
    ),
    Right(
        "welsh.csv", text("""
Cyf.,Teitl y prosiect,Enw'r sefydliad,Swm y gofynnwyd amdano (£),Statws
1,Clwb bara,Neuadd,1200,Derbyniwyd
2,Sied feiciau,Menders,3400,Tynnwyd yn ôl
3,Côr,Cantorion,900,Anghymwys
,Cyfanswm,,5500,
"""),
        [["Clwb bara", "1200"]], refused=("“Sied feiciau”", "“Côr”"), options=GONE,
        fields={"organisation": ["Neuadd"]}, said=("Cyfanswm",),
    ),
    Right(
        "polish-status.csv", text("""
Lp.;Tytuł zadania;Nazwa oferenta;Kwota wnioskowana (zł);Status
1;Klub chleba;Kuchnia;1 200,00;złożony
2;Rowery;Warsztat;3 400,00;wycofany
3;Chór;Głosy;900,00;odrzucony formalnie
;Razem;;5 500,00;
""", "cp1250"),
        [["Klub chleba", "1200"]], refused=("“Rowery”", "“Chór”"), options=GONE, currency="PLN",
        fields={"organisation": ["Kuchnia"]},
    ),
    Right(
        "dutch.csv", text("""
Nr;Projecttitel;Organisatie;Gevraagd bedrag;Toegekend bedrag
1;Broodclub;Keuken;€ 1.200,00;
2;Fietsen;Werkplaats;€ 3.400,00;€ 1.000,00
;Totaal;;€ 4.600,00;
"""),
        [["Broodclub", "1200"], ["Fietsen", "3400"]], currency="EUR", said=("Totaal",),
    ),
    Right(
        "spanish.csv", text("""
N.º;Nombre del proyecto;Entidad;Importe solicitado;Observaciones
1;Club de pan;Cocina;1.200,00 €;
2;Bicicletas;Taller;3.400,00 €;Desistida
;Total general;;4.600,00 €;
"""),
        [["Club de pan", "1200"]], refused=("“Bicicletas”",), options=GONE, currency="EUR",
        said=("Total general",),
    ),
    Right(
        "italian.csv", text("""
N.;Titolo del progetto;Ente proponente;Contributo richiesto;Costo totale
1;Club del pane;Cucina;1.200,00;2.000,00
2;Biciclette;Officina;3.400,00;9.000,00
;Totale complessivo;;4.600,00;11.000,00
"""),
        [["Club del pane", "1200"], ["Biciclette", "3400"]], said=("Totale complessivo",),
        fields={"organisation": ["Cucina", "Officina"]},
    ),
    Right(
        "hebrew-words.csv", text("""
Ref,Project title,Organisation,Amount requested
1,מועדון לחם,מטבח,₪1200
2,\u200fמוסך\u200f,סדנה,₪3400
"""),
        [["מועדון לחם", "1200"], ["מוסך", "3400"]], currency="ILS",
    ),
]
# fmt: on
