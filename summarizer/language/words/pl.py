"""Polish."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection="i w na z się nie do to że jest o jak po od przez dla za ale",
    snowball="polish",
    furniture="""
        subskrybuj, prenumerata, zaloguj, zarejestruj, komentarze, komentarz, skomentuj, udostępnij, reklama,
        ciasteczka, hasło, prywatności, czytaj też, czytaj także, czytaj więcej, zobacz też, zobacz także,
        przeczytaj także, prawa zastrzeżone
    """,
    end_headings="czytaj też, czytaj także, zobacz też, zobacz także, komentarze, powiązane, polecane",
    link_leads="czytaj więcej",
    interruptions="reklama",
    reader_address="twój twoje nasz nasze państwo",
    site_words="czytelnicy komentarz",
    picture_credits="zdjęcie, fot",
    bylines="przez",
    cookie_words="ciasteczka",
    comment_words="komentarze",
    form_words="hasło",
    copyright_words="zastrzeżone",
    related_words="czytaj",
)
