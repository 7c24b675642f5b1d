"""What :mod:`split` tells Punkt about each language: our own word lists.

Each list is one string of lower-case words without the final stop, split at
white space. A word belongs here if it is met with a stop *before a capital letter
or a number*: before a lower-case letter no sentence is cut anyway, but in English.
Dotted acronyms ("u.s.", "e.u.") need no entry: the splitter knows their shape.
"""

from dataclasses import dataclass

# Read in every language, and all there is for a language without an entry.
_SHARED = """
    dr prof st ca co corp inc ltd jr sr gen col lt sen mr mrs ms vs al
"""

_ENGLISH = """
    jr sr esq ph.d inc corp co cos ltd llc llp plc pty bhd intl natl univ assn mfg bros
    ave blvd rd hwy pkwy apt bldg approx etc misc incl excl resp avg vs v cf viz al eds
    u.s u.n u.k u.s.a e.u d.c a.m p.m b.c a.d e.g i.e
"""

# Abbreviations only with a capital: "Aurora, Ill. Mayor", but "She fell ill. Kim left".
_ENGLISH_PROPER = """
    mr mrs ms mx messrs mme mlle dr drs prof profs rev revs hon pres vp st ste mt ft
    gen maj col lt capt cmdr cdr adm brig sgt cpl pfc pvt cmdt spc ens supt insp det
    sen sens rep reps gov govs atty asst assoc dist dep dept div sec secy treas inst
    amb chmn exec dir fr br msgr
    jan feb mar apr jun jul aug sep sept oct nov dec tue tues wed thu thur thurs fri
    ala ariz ark calif colo conn del fla ga ill ind kan ky md mich minn miss mo mont
    neb nev okla pa penn tenn tex va vt wash wis wyo mass que ont alta sask
"""

# Abbreviations only before a number: "No. 10", but "He said no. Kim left".
_ENGLISH_NUMBERED = """
    no nos fig figs vol vols p pp pt art arts sec sect para ch chap eq ex op c ca tab
    approx est max min tel ext rt sat sun mon wed ver pop ser ep bk cap reg div
"""

# Never the end of a sentence, whatever follows ("Mr. He", "vs. The"). The one list
# that heeds case: as written here, or in capitals.
_ENGLISH_NEVER_LAST = """
    Mr Mrs Ms Mx Messrs Dr Prof Rev Hon Gen Maj Lt Col Capt Cmdr Adm Brig Sgt Cpl
    Sen Sens Rep Reps Gov Govs Supt Msgr vs cf viz e.g i.e P.S
"""

# After an abbreviation these, capitalised, open a sentence. Names and the nouns
# of titles ("President", "Army") must stay out; so must what is also a surname.
_ENGLISH_STARTERS = """
    the a an this that these those he she it they we i you his her its their our my
    your there here in on at for from with by as if when while after before since
    although though because however but and or so yet nor also still then now thus
    meanwhile moreover furthermore instead indeed perhaps maybe both each every all
    some many most several few another one two three four five what who why how where
    which whether not no yes earlier later last next until under over during despite
    among about between within without once unless according nearly almost only even
    just more such to of nobody nothing everyone everything someone is are was were
    do does did can could will would should has have had let
    police officials authorities shares investigators prosecutors critics experts
"""


@dataclass(frozen=True)
class Language:
    """The word lists of one language, in the notation of this file."""

    abbreviations: str = ""
    numbered: str = ""
    never_last: str = ""
    starters: str = ""
    proper: str = ""
    lower_starts: bool = False  # "i see. no idea": cut before lower case too
    ordinal_stop: bool = False  # "3. Oktober": a stop makes an ordinal of a number
    has_stops: bool = True  # else a sentence ends where a space is followed by a starter


LANGUAGES: dict[str, Language] = {
    "en": Language(
        _ENGLISH,
        _ENGLISH_NUMBERED,
        _ENGLISH_NEVER_LAST,
        _ENGLISH_STARTERS,
        proper=_ENGLISH_PROPER,
        lower_starts=True,
    ),
    "es": Language(
        """sr sra srta sres sras dr dra dres d dña don ud uds vd gral cnel tte cap sgto
        alm ing lic arq prof profa mons fr hno hnos pte pdte pdta av avda ctra pza edo
        dpto depto cía ltda s.a s.l ee uu ee.uu rr jj ff dd aprox admón mtro""",
        """núm núms nro nros no art arts pág págs p pp vol vols cap tel fig inc aprox
        ene feb mar abr may jun jul ago sep sept set oct nov dic""",
        "Sr Sra Srta Sres Dr Dra Dña Gral Cnel Ing Lic Mons EE",
        """el la los las lo un una unos unas este esta estos estas ese esa eso aquel
        él ella ellos ellas yo nosotros su sus mi en de del al a con por para sin sobre
        tras desde hasta entre según durante ante y o pero sino aunque si cuando como
        donde mientras también además no ya así hoy ayer ahora después antes luego
        que qué quién cómo cuándo más muchos otros otra otro cada todos todo es son fue
        hay ha han se le les me nos""",
    ),
    "pt": Language(
        """sr sra srs sras dr dra drs dras prof profa profs exmo exma ilmo eng arq gal
        gen cel cap maj ten sgt alm pe d dom st sto sta av al pça ltda cia s.a jr dep
        sen gov pres min des adv""",
        """n no nº núm art arts pág págs p pp vol cap tel fig inc aprox
        jan fev mar abr mai jun jul ago set out nov dez""",
        "Sr Sra Srs Sras Dr Dra Prof Profa Exmo Exma Gal Gen Cel",
        """o a os as um uma uns umas este esta estes estas esse essa isso isto aquele
        ele ela eles elas eu nós você seu sua seus suas em no na nos nas de do da dos
        das ao à com por pelo pela para sem sobre após desde até entre segundo durante
        e ou mas embora se quando como onde enquanto também além não já assim hoje
        ontem agora depois antes que quem mais muitos outros outra outro cada todos é
        são foi há""",
    ),
    "fr": Language(
        """m mm mme mmes mlle mlles me mes mgr dr drs pr prof st ste sts gén col cap
        cdt lt av bd boul éd ets sté cie ex env hab""",
        """n no nos art arts p pp vol chap fig tél al env
        janv févr avr juil sept oct nov déc""",
        "M Mm Mme Mmes Mlle Mlles Mgr Dr Pr Prof cf",
        """le la les l un une des du de ce cet cette ces il elle ils elles on nous vous
        je tu son sa ses leur leurs mon notre en dans à au aux avec par pour sans sur
        sous après avant depuis pendant entre selon et ou mais si quand comme où alors
        aussi ainsi puis donc car or ni ne pas plus qui que quoi c d s n j y tout tous
        toutes hier aujourd""",
    ),
    "de": Language(
        """dr prof hr hrn fr frl ing dipl med phil jur rer nat st bzw ca sog ggf evtl
        inkl exkl zzgl vgl bd hrsg str abs mio mrd geb gest verh gez gen lt hptm bgm
        jan feb mär apr jun jul aug sep sept okt nov dez allg bes insb z.b d.h u.a
        o.ä s.o u.u i.d.r co""",
        "nr nrn art abs bd kap s tel fig abb tab ziff rn mo di mi do fr sa",
        "Dr Prof Hr Hrn Frl z.B d.h bzw vgl sog",
        """der die das den dem des ein eine einer einem einen dieser diese dieses er
        sie es wir ihr ich man sein seine ihre unser mein in im an am auf aus bei beim
        mit nach von vom vor zu zum zur für über unter durch gegen ohne um seit während
        trotz laut und oder aber doch denn wenn als ob weil dass da so auch nur noch
        schon dann jetzt hier dort heute gestern zudem außerdem allerdings dabei damit
        was wer wie wo warum kein keine nicht alle viele mehr jeder""",
        ordinal_stop=True,
    ),
    "it": Language(
        """sig sigg sigra sig.ra dott dott.ssa dr prof prof.ssa avv ing arch geom rag
        on sen gen col cap ten mons don s ss st cfr ecc fam f.lli s.p.a s.r.l spett
        egr gent""",
        "n nn art artt p pp pag pagg vol cap tel fig ca gen feb mar apr mag giu lug ago",
        "Sig Sigg Sig.ra Dott Dott.ssa Prof Avv Ing On Mons cfr",
        """il lo la i gli le l un uno una questo questa questi queste quello quella
        egli lui lei loro noi io suo sua suoi in nel nella nei di del della dei a al
        alla ai da dal dalla con per su sul sulla tra fra dopo prima durante secondo e
        ed o ma se quando come dove mentre anche inoltre non già così oggi ieri ora poi
        che chi più molti altri altra altro ogni tutti è sono ha hanno si""",
    ),
    "nl": Language(
        """dhr hr mevr mw mej dr drs ir ing prof mr jhr ds mgr gen kol kapt lt st jl
        bijv bv enz ca resp zgn evt incl excl vgl red afd mld mln n.v b.v""",
        "nr nrs blz p pp art vol hfdst tel fig jan feb mrt apr jun jul aug sep okt nov dec",
        "Dhr Mevr Mw Dr Drs Ir Prof Jhr vgl bijv",
        """de het een deze dit die dat hij zij ze wij we ik je u zijn haar hun ons onze
        mijn in op aan bij met naar van voor uit over onder door tegen zonder om sinds
        tijdens na volgens en of maar want als wanneer omdat terwijl ook nog al dan nu
        hier daar vandaag gisteren toen er wat wie hoe waar waarom geen niet alle veel
        meer elke""",
    ),
    "ru": Language(
        """г гг т ч руб коп тыс млн млрд ул пл пр просп им стр рис тел т.е т.д т.п т.ч т.к и.о проф акад доц инж св о
        янв фев февр мар апр авг сен сент окт ноя нояб дек""",
        "г д кв стр рис ст п тел ул",
        "им ул просп проф акад т.е",
    ),
    "ar": Language("د أ م ص هـ", "ص", "د أ م"),
    "el": Language("κ κα δρ εκατ δισ χιλ ευρ σελ αρ τηλ π.χ μ.μ π.μ κ.ά", "αρ σελ τηλ", "κ κα δρ π.χ"),
    "hi": Language("डॉ श्री सुश्री प्रो"),
    "th": Language(
        starters="""ทั้งนี้ นอกจากนี้ นอกจากนั้น อย่างไรก็ตาม อย่างไรก็ดี ขณะที่ ขณะเดียวกัน ในขณะเดียวกัน ด้าน ส่วน สำหรับ ต่อมา
        ล่าสุด เบื้องต้น จากนั้น ก่อนหน้านี้ หลังจากนั้น พร้อมกันนี้ ดังนั้น เจ้าหน้าที่ ตำรวจ รายงานข่าว""",
        has_stops=False,
    ),
    "vi": Language("tp ts ths gs pgs bs ks q p tt", "", "TP Tp TS ThS GS PGS BS"),
}
SHARED = Language(_SHARED, _ENGLISH_NUMBERED, "Mr Mrs Ms Dr Prof vs")

# Languages without lists of their own whose ordinals end in a stop.
ORDINAL_LANGUAGES = frozenset("da nb nn no is fi et lv hu cs sk sl hr bs sr".split())

# Names that end in "!": it ends a sentence no more than the stop of "Inc." does.
EXCLAIMED_NAMES = frozenset("yahoo jeopardy wham panic".split())

# "Yahoo.Com", "Node.Js": no stop with a forgotten space.
DOMAIN_ENDINGS = frozenset("com org net edu gov info co uk eu io ai js".split())
