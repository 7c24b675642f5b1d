"""German."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection_rank=5,
    detection="der die das und den von zu mit dem des ist im für auf eine ein nicht sich auch als wurde nach",
    function_words="""
        der die das den dem des ein eine einen einem einer eines ich mich mir mein meine meinen meinem meiner meines
        wir uns unser unsere unseren unserem unserer unseres du dich dir dein deine deinen deinem deiner ihr euch
        euer eure er ihn ihm sein seine seinen seinem seiner seines sie ihre ihren ihrem ihrer ihres ihnen es man
        sich selbst selber dieser diese dieses diesen diesem jener jene jenes jenen jenem derjenige diejenige
        derselbe dieselbe dasselbe deren dessen denen hier dort da solche solcher solches solchen wer wen wem wessen
        was welcher welche welches welchen welchem wo wohin woher wann warum weshalb wie ab an am ans auf aufs aus
        außer bei beim bis durch für fürs gegen gegenüber hinter im in ins mit nach neben seit statt trotz über um
        unter unterm von vom vor vorm während wegen zu zum zur zwischen laut gemäß innerhalb außerhalb und oder aber
        doch sondern denn wenn als ob weil dass daß damit obwohl bevor nachdem sobald sowie sowohl entweder indem
        falls also auch so dann noch schon nur sehr dabei dafür dagegen daher damals danach daran darauf daraus
        darin darüber darum davon dazu bin bist ist sind seid war waren wäre wären gewesen sei seien haben habe hat
        habt hatte hatten hätte hätten gehabt werden werde wird wirst wurde wurden würde würden geworden worden
        können kann könne könnte könnten konnte konnten müssen muss müsse musste mussten müsste sollen soll solle
        sollte sollten wollen will wolle wollte wollten dürfen darf dürfe durfte dürfte dürften mögen mag möchte
        möchten alle allen allem aller alles andere anderen anderer anderes jeder jede jedes jeden jedem etwas
        jemand beide beiden
    """,
    snowball="german",
    numbers="zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    months=(
        "januar jänner jan",
        "februar feb",
        "märz mär",
        "april apr",
        "mai",
        "juni jun",
        "juli jul",
        "august aug",
        "september sep sept",
        "oktober okt",
        "november nov",
        "dezember dez",
    ),
    abbreviations="""
        dr prof hr hrn fr frl ing dipl med phil jur rer nat st bzw ca sog ggf evtl inkl exkl zzgl vgl bd hrsg str abs
        mio mrd geb gest verh gez gen lt hptm bgm jan feb mär apr jun jul aug sep sept okt nov dez allg bes insb z.b
        d.h u.a o.ä s.o u.u i.d.r co
    """,
    abbreviations_before_numbers="nr nrn art abs bd kap s tel fig abb tab ziff rn mo di mi do fr sa",
    never_last="Dr Prof Hr Hrn Frl z.B d.h bzw vgl sog",
    sentence_openers="""
        der die das den dem des ein eine einer einem einen dieser diese dieses er sie es wir ihr ich man sein seine
        ihre unser mein in im an am auf aus bei beim mit nach von vom vor zu zum zur für über unter durch gegen ohne
        um seit während trotz laut und oder aber doch denn wenn als ob weil dass da so auch nur noch schon dann jetzt
        hier dort heute gestern zudem außerdem allerdings dabei damit was wer wie wo warum kein keine nicht alle viele
        mehr jeder
    """,
    has_ordinal_stops=True,
    backward_openers="""
        er sie es dies dieser diese dieses das sein seine ihr ihre aber doch jedoch auch und dann so außerdem zudem
        dabei
    """,
    honorifics="herr frau dr",
    expectations="soll|sollen|voraussichtlich|werde|erwartet wird|geplant ist|geplant sind",
    own_voice="[Ii]ch|[Ww]ir|[Uu]ns|[Uu]nsere?[mnrs]?|[Mm]eine?[mnrs]?|[Dd]u|Ihre[mnrs]?",
    negations="""
        nicht nie niemals kein keine keinen keinem keiner keines niemand nichts weder bestritt bestreitet
    """,
    opposites="""
        festgenommen verhaftet fest / freigelassen entlassen frei,
        geöffnet öffnete öffnet / geschlossen schloss gesperrt,
        gestiegen stieg steigt / gefallen fiel sank gesunken sinkt,
        gewann gewonnen gewinnt / verlor verloren verliert,
        angenommen gebilligt zugestimmt / abgelehnt lehnte verworfen,
        verurteilt schuldig / freigesprochen,
        lebend überlebt / tot gestorben getötet,
        bestätigt bestätigte / dementiert bestritten,
        begonnen begann / beendet endete
    """,
    weekdays=(
        "montag montags",
        "dienstag dienstags",
        "mittwoch mittwochs",
        "donnerstag donnerstags",
        "freitag freitags",
        "samstag sonnabend",
        "sonntag sonntags",
    ),
    furniture="""
        abonnieren, abonnent, abonnenten, anmelden, abmelden, registrieren, einloggen, kommentare, kommentar,
        kommentieren, werbung, datenschutz, datenschutzerklärung, impressum, agb, passwort, weiterlesen, browser,
        lesen sie, mehr lesen, mehr zum, mehr erfahren, auch interessant, alle rechte, rechte vorbehalten, zum thema,
        nach oben, ihre e-mail
    """,
    end_headings="""
        mehr zum thema, lesen sie auch, auch interessant, kommentare, meistgelesen, verwandte artikel,
        das könnte sie auch interessieren
    """,
    link_leads="weiterlesen, mehr",
    interruptions="anzeige, werbung, artikel weiterlesen",
    reader_address="sie ihr ihre ihnen wir unser unsere uns du dein deine",
    site_words="leser leserinnen",
    picture_credits="fotos?, bild, bilder",
    bylines="von, veröffentlicht, aktualisiert",
    comment_words="kommentare",
    form_words="passwort",
    copyright_words="vorbehalten",
    subscription_words="abonnieren",
    related_words="lesen",
)
