# ruff: noqa: E501 - a row of a file stands on one line
"""What other programs give out: survey tools, databases, grant systems, Pabulib; OpenDocument sheets."""

import io
import zipfile

from tests.folder.people_have.right import Right, text

BREAD, BIKE, CHOIR = ["Bread club", "1200"], ["Bike shed", "3400"], ["Choir", "900"]
TWO, THREE = [BREAD, BIKE], [BREAD, BIKE, CHOIR]
GONE = {"leave_out": ("withdrawn",)}


def ods(rows, hidden=(), merged=None, struck=()) -> bytes:
    """Write a sheet as OpenDocument has it; `merged` is a cell's line and column, one with the cell below it."""
    lines = []
    for line, row in enumerate(rows, 1):
        cells = ""
        for at, held in enumerate(row):
            tag = "covered-table-cell" if merged == (line - 1, at) else "table-cell"
            given = ' table:style-name="struck"' if line in struck else ""
            given += ' table:number-rows-spanned="2"' if merged == (line, at) else ""
            if isinstance(held, int):
                given += f' office:value-type="float" office:value="{held}"'
            elif held is not None:
                given += ' office:value-type="string"'
            words = (
                "" if held is None else "".join(f"<text:p>{part}</text:p>" for part in str(held).split("\n"))
            )
            cells += f"<table:{tag}{given}>{words}</table:{tag}>"
        shown = ' table:visibility="collapse"' if line in hidden else ""
        lines.append(f"<table:table-row{shown}>{cells}</table:table-row>")
    names = {
        "office": "office",
        "table": "table",
        "text": "text",
        "style": "style",
        "fo": "xsl-fo-compatible",
    }
    spaces = " ".join(
        f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for one, name in names.items()
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} office:version="1.2">'
        '<office:automatic-styles><style:style style:name="struck" style:family="table-cell">'
        '<style:text-properties style:text-line-through-style="solid"/></style:style></office:automatic-styles>'
        '<office:body><office:spreadsheet><table:table table:name="Round 3">'
        f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>{"".join(lines)}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    held = io.BytesIO()
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    with zipfile.ZipFile(held, "w") as made:
        made.writestr("mimetype", kind)
        made.writestr("content.xml", content)
        made.writestr("META-INF/manifest.xml", manifest)
    return held.getvalue()


HEAD = ["Ref", "Project title", "Organisation", "Amount requested"]

# fmt: off
CASES = [
    Right(
        "surveymonkey.csv", text("""
Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,What is the name of your project?,Which group are you from?,How much are you asking for?,Where do you work?,,
,,,,,,,,,Open-Ended Response,Open-Ended Response,Open-Ended Response,North,South,Other (please specify)
118234567890,4312,05/01/2026 09:12:00 AM,05/01/2026 09:30:00 AM,,,,,,Bread club,Hall,"£1,200",North,,
118234567891,4312,05/02/2026 09:12:00 AM,05/02/2026 09:30:00 AM,,,,,,Bike shed,Menders,"£3,400",,South,by the sea
""", "utf-8-sig"),
        TWO, fields={"ref": ["118234567890", "118234567891"], "organisation": ["Hall", "Menders"]},
    ),
    Right(
        "google-forms.csv", text("""
"Timestamp","Email Address","Name of your organisation","What is your project called?","How much money would you like from us? (maximum £5,000)","Briefly describe your project","I confirm that this is right"
"2026/05/01 9:12:00 am GMT+1","a@b.org","Hall","Bread club","1200","We bake
and eat","Yes"
"2026/05/02 9:12:00 am GMT+1","c@d.org","Menders","Bike shed","£3,400.00","We mend","Yes"
"""),
        TWO, fields={"organisation": ["Hall", "Menders"]},
    ),
    Right(
        "smartsurvey.csv", text("""
UserID,UserNo,Name,Email,IP Address,Unique ID,Started,Ended,Tracking Link,Q1. Name of organisation,Q2. Project title,Q3. Amount requested (£),Q4. Summary of project
71234,1,Anonymous,,1.2.3.4,ab12,01/05/2026 09:00,01/05/2026 09:20,Web,Hall,Bread club,1200,We bake
71235,2,Anonymous,,1.2.3.5,ab13,01/05/2026 10:00,,Web,Menders,Bike shed,3400,We mend
"""),
        TWO, fields={"organisation": ["Hall", "Menders"], "summary": ["We bake", "We mend"]},
    ),
    Right(
        "jotform.csv", text("""
"Submission Date","Organisation name","Project name","Amount requested","Upload your budget","Submission ID"
"May 1, 2026","Hall","Bread club","1200","https://example.org/a.pdf","5512345678901234567"
"May 2, 2026","Menders","Bike shed","3400","https://example.org/b.pdf","5512345678901234568"
"""),
        TWO, fields={"ref": ["5512345678901234567", "5512345678901234568"]},
    ),
    Right(
        "typeform.csv", text("""
#,What's the *name* of your project?,Which organisation is applying?,How much funding are you applying for?,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags
abc1def2,Bread club,Hall,1200,completed,2026-05-01 09:00,,2026-05-01 09:20,x1,
abc1def3,Bike shed,Menders,3400,completed,2026-05-01 10:00,,2026-05-01 10:20,x2,
"""),
        TWO, fields={"ref": ["abc1def2", "abc1def3"]},
    ),
    Right(
        "airtable.csv", text("""
Project name,Organisation,Amount requested,Status,Attachments,Reviewers,Created
Bread club,Hall,"£1,200.00",Ready for panel,plan.pdf (https://example.org/1),"Ann, Bo",1/5/2026 9:12am
Bike shed,Menders,"£3,400.00",Ready for panel,,Ann,2/5/2026 9:12am
Choir,Singers,£900.00,Ineligible - out of area,,,2/5/2026 9:15am
""", "utf-8-sig"),
        TWO, refused=("row 4 “Choir”",), options=GONE,
    ),
    Right(
        "airtable-name.csv", text("""
Name,Organisation,Amount requested,Status
Bread for all,Hall,1200,In review
A shed for bikes,Menders,3400,In review
"""),
        [["Bread for all", "1200"], ["A shed for bikes", "3400"]], refused=("Name",),
        options={"mapping": {"title": "Name"}},
    ),
    Right(
        "salesforce-grouped.csv", text("""
"Round: Round Name","Application: Application Name","Application: Project Title","Applicant: Account Name","Amount Requested","Amount Requested Currency"
"Spring","A-0001","Bread club","Hall","1200.00","GBP"
"Spring","A-0002","Bike shed","Menders","3400.00","GBP"
"Grand Totals (2 records)","","","","4600.00",""
"","","","","",""
"Confidential Information - Do Not Distribute"
"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."
"""),
        TWO, fields={"organisation": ["Hall", "Menders"]}, said=("Grand Totals (2 records)",),
    ),
    Right(
        "submittable.csv", text("""
Submission ID,Submission Title,Project,Status,Labels,Submitter First Name,Submitter Last Name,Organization Name,Amount Requested
12345678,Hall Committee,Bread club,In-Progress,,Ann,Lee,Hall,"$1,200.00"
12345679,Menders,Bike shed,In-Progress,,Bo,Ray,Menders,"$3,400.00"
12345680,Singers,Choir,Withdrawn,,Cy,Dow,Singers,$900.00
"""),
        TWO, refused=("row 4",), options={"leave_out": ("withdrawn",), "mapping": {"title": "Project"}},
        currency="USD",
    ),
    Right(
        "database.csv", text("""
"application_id","project_title","applicant_org","amount_requested","created_at","deleted_at"
"1","Bread club","Hall","1200.0000","2026-05-01T09:12:00Z",NULL
"2","Bike shed","Menders","3400.0000","2026-05-01T09:12:00Z",NULL
"3","Choir","Singers","900.0000","2026-05-01T09:12:00Z","2026-05-03T09:12:00Z"
"""),
        TWO, refused=("row 4 “Choir”",), options=GONE, fields={"organisation": ["Hall", "Menders"]},
    ),
    Right(
        "pandas.csv", text("""
,Project title,Organisation,Amount requested
0,Bread club,Hall,1200.0
1,Bike shed,,3400.0
"""),
        TWO, fields={"organisation": ["Hall", ""]},
    ),
    Right(
        "votes.pb", text("""
META
key;value
description;Town
country;Poland
unit;Town
num_projects;2
budget;4000,50
vote_type;approval
PROJECTS
project_id;cost;votes;name;category;selected
7;1200;10;"Bread; and cake";food,culture;1
12;3400;9;Bike shed;transport;0
VOTES
voter_id;age;vote
1;33;7,12
""", "utf-8-sig"),
        [["Bread; and cake", "1200"], BIKE], currency="PLN", fields={"ref": ["7", "12"]}, said=("4,000.50",),
    ),
    Right(
        "no-names.pb", text("""
META
key;value
budget;4000
PROJECTS
project_id;cost
7;1200
VOTES
voter_id;vote
1;7
"""),
        None, refused=("name",),
    ),
    Right(
        "half-a-thousand.json", text("""
[{"id": "360G-x-1", "title": "Bread club", "currency": "GBP", "amountAppliedFor": 1200, "amountAwarded": 1000, "recipientOrganization": [{"id": "GB-CHC-1", "name": "Hall"}]}, {"id": "360G-x-2", "title": "Bike shed", "currency": "GBP", "amountAppliedFor": 3400.5, "amountAwarded": 0, "recipientOrganization": [{"id": "GB-CHC-2", "name": "Menders"}]}]
"""),
        [BREAD, ["Bike shed", "3400.50"]],
    ),
    Right(
        "360giving-titles.csv", text("""
Identifier,Title,Description,Currency,Amount Applied For,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name,Funding Org:Name
360G-x-1,Bread club,We bake,GBP,1200,1000,2026-05-01,GB-CHC-1,Hall,Us
360G-x-2,Bike shed,We mend,GBP,3400,2000,2026-05-01,GB-CHC-2,Menders,Us
"""),
        TWO, fields={"organisation": ["Hall", "Menders"]},
    ),
    Right(
        "our-results-once-more.csv", text("""
application,title,organisation,strand,asked,least,score,rank,outcome,decision,amount,conditions,reasons,their_ref,paid_from
A01,Bread club,Hall,,1200,,3.5,1,We agree: yes,fund,1200,,Good,CF/1,
A02,Bike shed,Menders,,3400,,,,withdrawn,,,,,CF/2,
A03,Choir,Singers,,900,,2.5,2,We agree: no,not this time,,,"'=2",CF/3,
""", "utf-8-sig"),
        [BREAD, CHOIR], refused=("row 3",), options=GONE,
    ),
    Right(
        "hidden-and-merged.ods",
        ods([HEAD, [1, "Bread club", "Hall", 1200], [2, "Bike shed", None, 3400], [3, "Choir", "Singers", 900], [None, "Total", None, 5500]], hidden=(4,), merged=(2, 2)),
        TWO, refused=("row 4 “Choir”",), options={"leave_out": ("hidden",)}, said=("Total", "merged"),
        fields={"organisation": ["Hall", "Hall"]},
    ),
    Right(
        "struck-and-two-lines.ods",
        ods([["Round 3", None, None, None], HEAD, [1, "Bread\nclub", "Hall", 1200], [2, "Bike shed", "Menders", 3400], [3, "Choir", "Singers", 900]], struck=(4,)),
        [BREAD, CHOIR], refused=("row 4 “Bike shed”",), options={"leave_out": ("struck",)},
    ),
    Right(
        "sharepoint.csv", text("""
"ListSchema={""schemaXmlList"":[""<Field Name=\\""Title\\"" />""]}"
"Title","Group","Amount requested","Modified"
"Bread club","Hall","1200","5/1/2026 9:12 AM"
"Bike shed","Menders","3400","5/1/2026 9:12 AM"
""", "utf-8-sig"),
        TWO, said=("above",),
    ),
    Right(
        "eventbrite-like-tabs.tsv", text("""
Bid no.	Bid	Lead applicant	Org.	Bid amount	Score
01	Bread for all	Ann Lee	Hall	1,200	7
02	A shed for bikes	Bo Ray	Menders	3,400	8
"""),
        [["Bread for all", "1200"], ["A shed for bikes", "3400"]],
        fields={"ref": ["01", "02"], "organisation": ["Hall", "Menders"]},
    ),
    Right(
        "mail-merge.csv", text("""
Title,Forename,Surname,Job title,Organisation,Address 1,Postcode,Project,Grant requested,Grant previously awarded
Mr,Ann,Lee,Chair,Hall,1 High St,LS1 1AA,Bread club,"£1,200.00",£500.00
Ms,Bo,Ray,Clerk,Menders,2 High St,LS1 1AB,Bike shed,"£3,400.00",
"""),
        TWO, said=("Mr, Ms",),
    ),
    Right(
        "minutes-of-a-meeting.csv", text("""
Minutes of the meeting of 3 May,,,
,,,
Item,Applicant,Project,Request
1,Hall,Bread club,"£1,200"
2,Menders,Bike shed,"£3,400"
,,,
Total requests,,,"£4,600"
Fund balance,,,"£10,000"
After grants,,,"£5,400"
"""),
        TWO, fields={"organisation": ["Hall", "Menders"]},
    ),
]
# fmt: on
