"""How well a column's title names a field: our names, 360Giving's titles, and what people write."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache

FIELDS = ("ref", "title", "organisation", "asked", "least", "strand", "place", "theme", "summary", "in_short")
NEEDED = ("title", "asked")
EXTRAS = ("awarded", "currency", "date", "status", "their_ref", "eligible")

# Titles squeezed to their letters, the most exact first.
LIKE: dict[str, tuple[str, ...]] = {
    "ref": (
        *("ref", "identifier", "reference", "id", "applicationref", "applicationid", "applicationreference"),
        *("applicationnumber", "applicationno", "projectid", "projectref", "grantid", "grantref", "refno"),
        *("refnumber", "referencenumber", "uniqueid", "urn", "caseref", "caseid", "caseno", "responseid"),
        *("submissionid", "entryid", "bidref", "bidno", "no", "nr", "num", "number", "sno", "srno", "rowno"),
        *("lp", "lfdnr", "nummer", "numéro", "número", "rhif", "n"),
    ),
    "title": (
        *("projecttitle", "applicationtitle", "granttitle", "proposaltitle", "titleofproject"),
        *(
            "titleoftheproject",
            "title",
            "projectname",
            "nameofproject",
            "nameoftheproject",
            "nameofyourproject",
        ),
        *("applicationname", "proposalname", "bidname", "project", "projekttitel", "projektname", "titel"),
        *("projekt", "titre", "titreduprojet", "nomduprojet", "projet", "título", "proyecto", "titolo"),
        *("progetto", "projectnaam", "projecttitel", "tytuł", "tytułprojektu", "nazwaprojektu", "teitl"),
        *("teitlyprosiect", "prosiect", "namn"),
    ),
    "organisation": (
        *("organisation", "organization", "recipientorgname", "organisationname", "organizationname"),
        *("nameoforganisation", "nameoforganization", "nameofyourorganisation", "groupname", "nameofgroup"),
        *("nameofyourgroup", "group", "charityname", "charity", "applicantorganisation", "leadorganisation"),
        *(
            "organisationgroup",
            "recipient",
            "club",
            "clubname",
            "verein",
            "association",
            "förening",
            "organisatie",
        ),
        *("sefydliad", "entidad", "ente", "stowarzyszenie", "applicantname", "applicant", "nameofapplicant"),
        *("antragsteller", "demandeur", "wnioskodawca", "ymgeisydd"),
    ),
    "asked": (
        *(
            "asked",
            "amountappliedfor",
            "amountrequested",
            "amountasked",
            "amountaskedfor",
            "askedfor",
            "requested",
        ),
        *(
            "requestedamount",
            "amountsought",
            "amountapplied",
            "grantrequested",
            "ask",
            "appliedfor",
            "sumrequested",
        ),
        *(
            "grantamountrequested",
            "fundingrequested",
            "fundsrequested",
            "totalrequested",
            "totalamountrequested",
        ),
        *(
            "grantrequest",
            "amountofgrantrequested",
            "grantsought",
            "fundingsought",
            "request",
            "requestedgrant",
        ),
        *("requestedfunding", "beantragtesumme", "beantragterbetrag", "antragssumme", "montantdemandé"),
        *("importesolicitado", "importorichiesto", "gevraagdbedrag", "söktbelopp", "wnioskowanakwota"),
        *("swmygofynnwydamdano", "swmygofynnir", "soktbelop"),
    ),
    "least": ("least", "leastuseful", "leastamount", "leastusefulamount", "minimumamount", "minimum"),
    "strand": ("strand", "lot", "fundingstrand", "stream", "grantstrand", "fundingstream"),
    "place": (
        *("place", "beneficiarylocationname", "town", "area", "location", "ward", "city", "recipientorgcity"),
        *("ort", "ville", "ciudad", "miasto", "lle"),
    ),
    "theme": ("theme", "grantprogrammetitle", "programme", "category"),
    "summary": (
        *("projectsummary", "summary", "shortdescription", "projectdescription", "description", "about"),
        *("descriptionofproject", "beschreibung", "opis", "crynodeb", "disgrifiad"),
    ),
    "in_short": ("inshort", "inonesentence", "onesentence", "onelinesummary", "ynfyr"),
    # Looked at, but never part of a session.
    "awarded": (
        "amountawarded",
        "awarded",
        "award",
        "amountgranted",
        "granted",
        "amountapproved",
        "amountoffered",
    ),
    "currency": ("currency", "currencycode", "währung", "devise", "waluta", "valuta", "arian"),
    "date": ("awarddate", "date"),
    "status": (
        *("status", "applicationstatus", "state", "stage", "eligible", "eligibility", "withdrawn", "outcome"),
        *("decision", "iseligible", "stan", "statut", "statws"),
    ),
    "their_ref": ("theirref",),
    "eligible": ("eligible", "iseligible", "eligibility", "meetsthefundersrules", "cymwys"),
}
# A title that only may mean it: taken where nothing names the field better and its values fit.
MAYBE: dict[str, tuple[str, ...]] = {
    "ref": ("application",),
    "title": (
        *(
            "activity",
            "proposal",
            "application",
            "bid",
            "idea",
            "scheme",
            "event",
            "what",
            "bezeichnung",
        ),
        *("intitulé",),
    ),
    "asked": (
        *(
            "amount",
            "grant",
            "cost",
            "budget",
            "sum",
            "value",
            "total",
            "grantamount",
            "funding",
            "money",
            "price",
        ),
        *(
            "projectcost",
            "betrag",
            "summe",
            "kosten",
            "montant",
            "importe",
            "importo",
            "bedrag",
            "belopp",
            "beløb",
        ),
        *("kwota", "koszt", "swm", "beløp"),
    ),
}
_SAID: dict[str, re.Pattern[str]] = {
    "title": re.compile(
        r"\b(project|application|proposal|grant|bid)('?s)? (title|name)\b|"
        r"\b(title|name) (of|for) (the|your|this|our) (project|application|proposal|activity|event|bid)\b|"
        r"\bwhat (is|will) (your|the) (project|activity) (be )?called\b"
    ),
    "organisation": re.compile(
        r"\b(organi[sz]ation|group|charity|club)('?s)? name\b|"
        r"\bname of (the|your|our|lead|applicant) (lead |applicant )?(organi[sz]ation|group|charity|club)\b"
    ),
    "asked": re.compile(
        r"\b(amount|grant|funding|funds|sum|money|total) (you |we |they |that is |being )?(are |is |have )?"
        r"(requested|requesting|request|applied|applying|asked|asking|sought|wanted|needed)\b|"
        r"\b(requested|asked|sought) (amount|grant|sum|funding)\b|"
        r"\bhow much\b.*\b(ask|asking|apply|applying|request|requesting|need|want|like|grant|seeking)\b|"
        r"\bamount of (grant|funding|money) (requested|needed|sought|you)\b"
    ),
    "summary": re.compile(
        r"\b(project|short|brief) (summary|description)\b|\bdescribe your (project|activity)\b"
    ),
}
_NOT: dict[str, re.Pattern[str]] = {
    "title": re.compile(r"\b(job|contact|programme|program|role|post|position|policy|course)\b"),
    "organisation": re.compile(
        r"\b(number|no|type|address|website|web|email|phone|postcode|income|turnover|size)\b"
    ),
    "asked": re.compile(
        r"\b(award(ed)?|granted|approved|offered|paid|recommend(ed)?|spent|disbursed|turnover|income|reserves?|date|"
        r"match|previous(ly)?|last year|contribution|percent|score|in words|said|least|minimum)\b|%"
    ),
}
_HEAD = re.compile(r"[,(\[\n?*;–—|£$€]| - ")

_LONGEST = 160  # characters; what is longer is no title, but what stands below one
EXACT, HEAD, SAID, CLOSE, MAY = 100, 95, 60, 55, 20  # how far a title may be trusted
STRONG = CLOSE


def squeezed(title: str) -> str:
    """Give a title's letters alone, for comparing."""
    return re.sub(r"[\W_]+", "", re.sub(r":\d+:", ":", title.casefold()))


@lru_cache(maxsize=8192)
def trust(title: str, field: str) -> int:
    """Say how far a title names a field: 0 not at all, up to 100 for our own name of it."""
    if len(title) > _LONGEST:
        return 0
    if field == "ref" and title.strip().rstrip(".:").casefold() in ("#", "№", "no", "nº", "n°"):
        return EXACT - 40
    whole, head = squeezed(title), squeezed(_HEAD.split(title.strip(), maxsplit=1)[0])
    likes = LIKE[field]
    if whole in likes:
        return EXACT - min(likes.index(whole), 39)
    if head in likes and len(head) > 2:
        return HEAD - min(likes.index(head), 34)
    plain = " ".join(re.sub(r"[^\w'%]+", " ", title.casefold()).split())
    if field in _NOT and _NOT[field].search(plain):
        return 0
    if field in _SAID and len(plain) <= 150 and _SAID[field].search(plain):
        return SAID
    if field in NEEDED and 5 < len(whole) < 40 and get_close_matches(whole, likes, n=1, cutoff=0.9):
        return CLOSE
    maybe = MAYBE.get(field, ())
    found = whole if whole in maybe else head
    return MAY - min(maybe.index(found), 15) if found in maybe else 0


@lru_cache(maxsize=8192)
def known(title: str) -> frozenset[str]:
    """Name the fields a title may well mean, among all that are looked for."""
    return frozenset(field for field in LIKE if trust(title, field) >= STRONG)
