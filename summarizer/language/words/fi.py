"""Finnish."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection_rank=11,
    detection="ja on ei se että hän oli ovat mutta myös kun joka sen kuin mukaan",
    function_words="""
        minä minun minua minulle minulla me meidän meitä meille meillä sinä sinun te teidän teitä hän hänen häntä
        hänelle hänellä hänestä häneen he heidän heitä heille heillä heistä se sen sitä siitä siihen siinä sillä
        sille siltä ne niiden niitä niistä niihin niissä niillä niille itse itseään itsensä toinen toisen toista
        toiset toisiaan tämä tämän tätä tästä tähän tässä tällä tälle nämä näiden näitä näistä näissä näillä tuo
        tuon tuota nuo täällä siellä täältä sieltä joka jonka jota josta johon jossa jolla jolle jotka joiden joita
        joista joissa joilla joille mikä minkä mitä mistä mihin missä millä mitkä kuka kenen ketä kuinka miksi
        milloin miten ja tai sekä eli vaan mutta että jos kun kuin koska vaikka jotta joten kunnes niin myös vielä
        jo siis silti sitten nyt hyvin juuri jälkeen ennen kanssa mukaan kautta aikana vuoksi takia alla päällä
        lisäksi kohti kohtaan vastaan ilman asti saakka välillä joukossa on ovat oli olivat ollut olleet olisi
        olisivat olla ole oleva olevan olen olemme lienee voi voivat voisi voisivat voida voinut pitää pitäisi
        täytyy saa saavat kaikki kaikkien kaikkia jokainen jokaisen joku jonkin jotain joitakin molemmat muu muut
        muun muiden muita sama saman
    """,
    snowball="finnish",
    has_ordinal_stops=True,
    negations="ei eivät eikä en emme",
)
