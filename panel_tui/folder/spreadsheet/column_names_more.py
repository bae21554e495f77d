"""What columns are called besides: in other languages, and as forms, databases and grant programs call them."""

from __future__ import annotations

# Titles squeezed to their letters.
MORE_TITLES_OF: dict[str, str] = {
    "ref": (
        "nº ndeg itemno respondentid laufendenummer løpenr løbenr sagsnr sagsnummer saksnr diarienummer dnr "
        "dossiernummer expedienteno númerodeexpediente protocollo"
    ),
    "title": (
        "tytułzadania nazwazadania tytułwniosku enwrprosiect enwprosiect projetintitulé vorhaben titeldesvorhabens "
        "antragstitel denominacióndelproyecto denominazioneprogetto titoloprogetto títuloproyecto"
    ),
    "organisation": (
        "org applicantorg applicantorgname orgname leadorg leadapplicantorganisation companyname nameofcharity "
        "nameofclub nameofapplicantorganisation nameoforg yourorganisation träger projektträger antragstellerin "
        "antragstellende einrichtung enwrsefydliad enwsefydliad grŵp enwrgrŵp oferent nazwaoferenta "
        "nazwawnioskodawcy nazwaorganizacji enteproponente proponente soggettoproponente richiedente "
        "enterichiedente beneficiario nomdelassociation nomdelastructure porteurduprojet porteur organisme "
        "aanvrager naamorganisatie entidadsolicitante nombredelaentidad søker ansøger sökande hakija"
    ),
    "asked": (
        "bidamount amountofbid applicationamount swmygofynnwydamdani cyfanswmygofynnwydamdano grantygofynnwydamdano "
        "kwotawnioskowanejdotacji antragsbetrag gewünschtefördersumme montantsouhaité aidedemandée "
        "aangevraagdesubsidie contributorichiestoeuro sumarichiesta sommarichiesta importesolicitadoe søktsum "
        "söktsumma"
    ),
    "summary": (
        "kurzbeschreibung résumé descriptionduprojet resumen sintesi streszczenie samenvatting crynodeboprosiect"
    ),
}
