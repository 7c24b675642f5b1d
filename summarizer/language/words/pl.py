"""Polish."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection_rank=12,
    detection="i w na z się nie do to że jest o jak po od przez dla za ale",
    function_words="""
        ja mnie mi mną mój moja moje mojego mojej moich my nas nam nami nasz nasza nasze naszego naszej naszych ty
        ciebie ci tobie twój twoja wy was wam wasz wasza on ona ono jego go jemu mu nim niego niemu jej ją niej nią
        oni one ich im nich nimi się siebie sobie sobą swój swoja swoje swojego swojej swoim swoich swoją ten ta to
        te tego tej temu tę tą tym tych tymi tamten tamta tamto taki taka takie takiego takiej takich tu tutaj tam
        kto kogo komu kim co czego czemu czym który która które którego której któremu którą którym których którymi
        jaki jaka jakie jakiego gdzie kiedy dlaczego jak ile czyj a bez dla do ku między na nad o od oprócz po pod
        podczas poza przed przeciw przez przy spośród u w we według wobec wokół wśród z za ze i oraz lub albo ale
        lecz jednak więc zatem że żeby aby by gdy gdyby jeśli jeżeli choć chociaż ponieważ bo niż czy też także
        również tak już jeszcze bardzo być jest są był była było byli były będzie będą byłby byłaby byłoby jestem
        jesteśmy został została zostało zostali zostały zostanie może mogą mógł mogła mogli mogły mógłby mogłoby
        musi muszą musiał musiała powinien powinna powinno powinni wszystko wszyscy wszystkie wszystkich cały inny
        inna inne innych innego każdy każda każde każdego ktoś coś jakiś sam sama samo same
    """,
    snowball="polish",
    negations="nie nigdy żaden nikt nic",
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
