"""Two columns for one thing, and titles that hold something else."""

from tests.folder.people_have.right import Right, text

BREAD, BIKE, CHOIR = ["Bread club", "1200"], ["Bike shed", "3400"], ["Choir", "900"]
TWO, THREE = [BREAD, BIKE], [BREAD, BIKE, CHOIR]
GONE = {"leave_out": ("withdrawn",)}

# fmt: off
CASES = [
    Right(
        "arabic-titles.csv", text("""
الرقم,عنوان المشروع,المنظمة,المبلغ المطلوب
1,نادي الخبز,مطبخ,1200
2,ورشة,نادي,3400
"""),
        [["نادي الخبز", "1200"], ["ورشة", "3400"]], refused=("--map title=",),
        options={"mapping": {"title": "عنوان المشروع", "asked": "المبلغ المطلوب"}},
    ),
    Right(
        "total-cost-beside.csv", text("""
Ref,Project title,Total project cost,Amount requested,Match funding,Amount awarded
1,Bread club,5000,1200,3800,
2,Bike shed,9000,3400,5600,
"""),
        TWO,
    ),
    Right(
        "cost-and-grant.csv", text("""
Ref,Project title,Total project cost,Grant
1,Bread club,5000,1200
2,Bike shed,9000,3400
"""),
        TWO, said=("the amount asked for from “Grant”",),
    ),
    Right(
        "recommended-beside.csv", text("""
Ref,Project title,Amount requested (£),Officer recommendation (£),Requested last year
1,Bread club,1200,1000,500
2,Bike shed,3400,0,700
"""),
        TWO,
    ),
    Right(
        "years-and-their-sum.csv", text("""
Ref,Project title,Amount requested Year 1,Amount requested Year 2,Total amount requested
1,Bread club,600,600,1200
2,Bike shed,3000,400,3400
"""),
        TWO, refused=("Total amount requested",), options={"mapping": {"asked": "Total amount requested"}},
    ),
    Right(
        "years-alone.csv", text("""
Ref,Project title,Year 1 (£),Year 2 (£),Total (£)
1,Bread club,600,600,1200
2,Bike shed,3000,400,3400
"""),
        TWO,
    ),
    Right(
        "two-titles.csv", text("""
Ref,Project title,Application title,Amount requested
1,Bread club,Application 1 Hall,1200
2,Bike shed,Application 2 Menders,3400
"""),
        TWO, said=("Project title",),
    ),
    Right(
        "names-under-title.csv", text("""
Ref,Title,First name,Surname,Project,Amount requested
1,Mrs,Ann,Lee,Bread club,1200
2,Dr,Bo,Ray,Bike shed,3400
3,,Cy,Dow,Choir,900
"""),
        THREE, said=("Title",),
    ),
    Right(
        "people-under-project-lead.csv", text("""
Ref,Project lead,Project name,Lead organisation,Amount requested
1,Ann Lee,Bread club,Hall,1200
2,Bo Ray,Bike shed,Menders,3400
"""),
        TWO, fields={"organisation": ["Hall", "Menders"]},
    ),
    Right(
        "people-under-title.csv", text("""
Ref,Title,Proposal,Amount requested
1,Ann Lee,Bread for all of us,1200
2,Bo Ray,A shed for bikes,3400
3,Cy Dow,Singing on Mondays,900
"""),
        [["Bread for all of us", "1200"], ["A shed for bikes", "3400"], ["Singing on Mondays", "900"]],
        refused=("“Title” (such as Ann Lee", "“Proposal”"), options={"mapping": {"title": "Proposal"}},
    ),
    Right(
        "organisations-under-title.csv", text("""
Ref,Title,Project,Amount requested
1,Hall Trust,Bread for all of us,1200
2,Menders Ltd,A shed for bikes,3400
3,Singers CIC,Singing on Mondays,900
"""),
        [["Bread for all of us", "1200"], ["A shed for bikes", "3400"], ["Singing on Mondays", "900"]],
        refused=("Title", "Project"), options={"mapping": {"title": "Project"}},
    ),
    Right(
        "html-in-all.csv", text("""
Ref,Project title,Organisation,Amount requested,Project summary
1,<b>Bread</b> club,Hall &amp; Co,"&pound;1,200",<p>We bake.</p><p>All of us.</p>
2,Bike shed,Menders&nbsp;Ltd,£3400,"<div>Bikes</div>"
"""),
        TWO, said=("HTML",), fields={"organisation": ["Hall & Co", "Menders Ltd"]},
    ),
    Right(
        "awards-of-those-before.csv", text("""
Ref,Project title,Amount awarded,Outcome
1,Bread club,1200,Funded
2,Bike shed,3400,Funded
"""),
        refused=("Amount awarded",),
    ),
    Right(
        "test-rows-and-copies.csv", text("""
Ref,Project title,Organisation,Amount requested
1,Bread club,Hall,1200
2,TEST,Test,1
3,Bread club,Hall,1200
4,Bike shed (duplicate),Menders,3400
"""),
        [BREAD, BREAD], refused=("row 3", "row 5"), options=GONE, said=("same title",),
    ),
]
# fmt: on
