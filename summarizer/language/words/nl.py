"""Dutch."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection_rank=7,
    detection="de het een van en in op te dat voor met zijn die aan niet is door bij naar ook om uit",
    function_words="""
        de het een t ik me mij mijn wij we ons onze je jij jou jouw u uw jullie hij hem zijn zij ze haar hun hen
        zich zichzelf zelf men dit dat deze die zulke hier daar er wie wat welk welke waar waarom wanneer hoe wiens
        waarin waarop waaronder waarbij waarvan waarmee waardoor aan achter af behalve bij binnen boven buiten door
        gedurende in langs met na naar naast om onder op over per rond sinds te tegen tegenover ten ter tijdens tot
        tussen uit van vanaf vanuit via volgens voor voorbij wegens zonder en of maar want dus als dan toen terwijl
        omdat doordat zodat hoewel indien tenzij voordat nadat totdat ook nog al zo zeer toch daarbij daarin daarmee
        daarna daarnaast daarom daarop daarvan daarvoor hierbij hierdoor ervan erin ermee eraan erop ben bent is was
        waren geweest wees heb hebt heeft hebben had hadden gehad word wordt worden werd werden geworden kan kunt
        kunnen kon konden mag mogen mocht mochten moet moeten moest moesten wil wilt willen wilde wilden wou zal
        zult zullen zou zouden alle alles ander andere anderen elk elke ieder iedere iedereen iemand iets beide
        eigen dezelfde hetzelfde enkele sommige
    """,
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
    negations="niet geen nooit niemand niets",
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
