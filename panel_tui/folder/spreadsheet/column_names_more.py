"""What columns are called besides: in other languages, and as forms, databases and grant programs call them."""

from __future__ import annotations

# Titles squeezed to their letters.
MORE_TITLES_OF: dict[str, str] = {
    "ref": (
        "uimh uimhir č číslo "
        "nº ndeg itemno respondentid laufendenummer løpenr løbenr sagsnr sagsnummer saksnr diarienummer dnr "
        "dossiernummer expedienteno númerodeexpediente protocollo"
    ),
    "title": (
        "projektetsnavn projektetsnamn prosjektnavn prosjekttittel teidealantionscadail ainmantionscadail "
        "názevprojektu názovprojektu projektcíme aprojektcíme denumireaproiectului titlulproiectului "
        "tytułzadania nazwazadania tytułwniosku enwrprosiect enwprosiect projetintitulé vorhaben titeldesvorhabens "
        "antragstitel denominacióndelproyecto denominazioneprogetto titoloprogetto títuloproyecto"
    ),
    "organisation": (
        "eagraíocht iarratasóir žadatel žiadateľ pályázó solicitantul organizația "
        "org applicantorg applicantorgname orgname leadorg leadapplicantorganisation companyname nameofcharity "
        "nameofclub nameofapplicantorganisation nameoforg yourorganisation träger projektträger antragstellerin "
        "antragstellende einrichtung enwrsefydliad enwsefydliad grŵp enwrgrŵp oferent nazwaoferenta "
        "nazwawnioskodawcy nazwaorganizacji enteproponente proponente soggettoproponente richiedente "
        "enterichiedente beneficiario nomdelassociation nomdelastructure porteurduprojet porteur organisme "
        "aanvrager naamorganisatie entidadsolicitante nombredelaentidad søker ansøger sökande hakija"
    ),
    "asked": (
        "søknadssum søknadsbeløp omsøktbeløp omsøktsum méidiarrtha suimiarrtha požadovanáčástka požadovanásuma "
        "igényeltösszeg sumasolicitată ansøgtsum "
        "bidamount amountofbid applicationamount swmygofynnwydamdani cyfanswmygofynnwydamdano grantygofynnwydamdano "
        "kwotawnioskowanejdotacji antragsbetrag gewünschtefördersumme montantsouhaité aidedemandée "
        "aangevraagdesubsidie contributorichiestoeuro sumarichiesta sommarichiesta importesolicitadoe søktsum "
        "söktsumma"
    ),
    "status": "estado stato stav stádas tila estatus situação situación etat état",
    "summary": (
        "kurzbeschreibung résumé descriptionduprojet resumen sintesi streszczenie samenvatting crynodeboprosiect"
    ),
}
