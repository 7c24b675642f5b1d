"""Dutch."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection="de het een van en in op te dat voor met zijn die aan niet is door bij naar ook om uit",
    snowball="dutch",
    numbers="twee drie vier vijf zes zeven acht negen tien elf twaalf",
    months=(
        "januari jan",
        "februari feb",
        "maart mrt",
        "april apr",
        "mei",
        "juni jun",
        "juli jul",
        "augustus aug",
        "september sep sept",
        "oktober okt",
        "november nov",
        "december dec",
    ),
    abbreviations="""
        dhr hr mevr mw mej dr drs ir ing prof mr jhr ds mgr gen kol kapt lt st jl bijv bv enz ca resp zgn evt incl
        excl vgl red afd mld mln n.v b.v
    """,
    abbreviations_before_numbers="""
        nr nrs blz p pp art vol hfdst tel fig jan feb mrt apr jun jul aug sep okt nov dec
    """,
    never_last="Dhr Mevr Mw Dr Drs Ir Prof Jhr vgl bijv",
    sentence_openers="""
        de het een deze dit die dat hij zij ze wij we ik je u zijn haar hun ons onze mijn in op aan bij met naar van
        voor uit over onder door tegen zonder om sinds tijdens na volgens en of maar want als wanneer omdat terwijl
        ook nog al dan nu hier daar vandaag gisteren toen er wat wie hoe waar waarom geen niet alle veel meer elke
    """,
    backward_openers="""
        hij zij ze het dit dat deze zijn haar hun maar echter ook en dan toen bovendien daarnaast
    """,
    honorifics="dhr mevr",
    expectations="zal|zullen|naar verwachting|is van plan|zijn van plan|wordt verwacht",
    own_voice="[Ii]k|[Ww]ij|[Ww]e|[Oo]nze?|[Mm]ijn|[Jj]ullie|[Jj]e",
    furniture="""
        abonneer, abonneren, abonnee, abonnees, nieuwsbrief, inloggen, aanmelden, reacties, advertentie, wachtwoord,
        lees ook, lees meer, lees verder, meer nieuws, meer over, bekijk ook, alle rechten, rechten voorbehouden,
        volg ons
    """,
    end_headings="lees ook, meer nieuws, gerelateerd, gerelateerde artikelen, reacties, meest gelezen",
    link_leads="lees meer",
    interruptions="advertentie",
    reader_address="je jij jouw uw ons onze",
    site_words="lezers reactie site",
    picture_credits="fotos?, beeld",
    bylines="gepubliceerd",
    comment_words="reacties",
    form_words="wachtwoord",
    copyright_words="voorbehouden",
    related_words="lees",
)
