"""Spanish."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection_rank=2,
    detection="el la los las de del que en y por con una para se al su más fue como pero lo este ha",
    function_words="""
        el la los las lo un una unos unas al del yo me mí conmigo mi mis mío mía míos mías nosotros nosotras nos
        nuestro nuestra nuestros nuestras tú te ti tu tus tuyo tuya contigo usted ustedes vosotros vosotras os
        vuestro vuestra él ella ello ellos ellas le les se sí consigo su sus suyo suya suyos suyas este esta esto
        estos estas ese esa eso esos esas aquel aquella aquello aquellos aquellas aquí ahí allí allá tal tales que
        qué quien quién quienes quiénes cual cuál cuales cuáles cuyo cuya cuyos cuyas donde dónde cuando cuándo como
        cómo cuanto cuánto cuanta cuantos cuantas a ante bajo con contra de desde durante en entre hacia hasta
        mediante para por según sin sobre tras y e o u pero sino mas aunque porque pues si mientras conque así
        también además entonces luego ya muy ser es son era eran fue fueron sea sean fuera fueran sería serían será
        serán sido siendo soy eres somos estar está están estaba estaban estuvo estuvieron esté estén estará estarán
        estando estoy estamos haber ha han había habían hubo hay haya hayan hubiera hubieran habrá habrán habría
        habrían habido habiendo he has hemos poder puede pueden podía podían pudo pudieron pueda puedan podrá podrán
        podría podrían deber debe deben debía debían debería deberían deberá deberán todo toda todos todas otro otra
        otros otras mismo misma mismos mismas cada algo alguien alguno alguna algunos algunas algún propio propia
    """,
    snowball="spanish",
    numbers="dos tres cuatro cinco seis siete ocho nueve diez once doce",
    months=(
        "enero ene",
        "febrero feb",
        "marzo mar",
        "abril abr",
        "mayo may",
        "junio jun",
        "julio jul",
        "agosto ago",
        "septiembre sep sept set",
        "octubre oct",
        "noviembre nov",
        "diciembre dic",
    ),
    abbreviations="""
        sr sra srta sres sras dr dra dres d dña don ud uds vd gral cnel tte cap sgto alm ing lic arq prof profa mons
        fr hno hnos pte pdte pdta av avda ctra pza edo dpto depto cía ltda s.a s.l ee uu ee.uu rr jj ff dd aprox admón
        mtro
    """,
    abbreviations_before_numbers="""
        núm núms nro nros no art arts pág págs p pp vol vols cap tel fig inc aprox ene feb mar abr may jun jul ago sep
        sept set oct nov dic
    """,
    never_last="Sr Sra Srta Sres Dr Dra Dña Gral Cnel Ing Lic Mons EE",
    sentence_openers="""
        el la los las lo un una unos unas este esta estos estas ese esa eso aquel él ella ellos ellas yo nosotros su
        sus mi en de del al a con por para sin sobre tras desde hasta entre según durante ante y o pero sino aunque si
        cuando como donde mientras también además no ya así hoy ayer ahora después antes luego que qué quién cómo
        cuándo más muchos otros otra otro cada todos todo es son fue hay ha han se le les me nos
    """,
    backward_openers="""
        él ella ellos ellas esto eso este esta estos estas ese esa esos esas aquel aquella su sus pero también y
        entonces así además luego
    """,
    honorifics="sr sra srta señor señora señorita don doña",
    expectations=(
        "se espera|está previst[oa]|están previst[oa]s|prevé|prevén|planea|planean|tiene previsto|va a|van a"
    ),
    own_voice="[Yy]o|[Nn]osotr[oa]s|[Nn]uestr[oa]s?|[Mm]is?|[Uu]stedes|[Uu]sted|[Tt]ú",
    negations="no nunca jamás ningún ninguna nadie nada tampoco negó niega",
    opposites="""
        detenido detenida arrestado / liberado liberada,
        abierto abrió reabrió / cerrado cerró,
        subió aumentó creció / bajó cayó disminuyó,
        ganó ganado / perdió perdido,
        aceptó aprobó aprobado / rechazó rechazado,
        condenado culpable / absuelto,
        vivo vivos sobrevivió / muerto muertos murió,
        confirmó / negó desmintió,
        comenzó empezó / terminó acabó
    """,
    weekdays=(
        "lunes",
        "martes",
        "miércoles",
        "jueves",
        "viernes",
        "sábado",
        "domingo",
    ),
    furniture="""
        suscríbete, suscríbase, suscribirse, suscripción, suscriptor, suscriptores, boletín, boletines, publicidad,
        comentarios, compártelo, contraseña, correo electrónico, inicia sesión, iniciar sesión, leer más, lee más,
        ver más, lea también, lee también, puede interesarte, derechos reservados, aviso legal, política de,
        noticias relacionadas, síguenos, regístrate, registrarse, navegador, más leídas, más noticias, términos y,
        haz clic, haga clic
    """,
    end_headings="""
        artículos relacionados, noticias relacionadas, relacionadas, comentarios, más noticias, lo más leído,
        más leídas, te puede interesar, lea también, lee también, le puede interesar
    """,
    link_leads="lee más, ver más, ver también",
    interruptions="publicidad, continúa leyendo",
    reader_address="usted tu su sus nuestro nuestra nuestros nuestras",
    site_words="lectores lector comentario sitio",
    picture_credits="fotos?, fotografía, imagen, créditos?",
    bylines="por, publicado, actualizado",
    comment_words="comentarios",
    form_words="contraseña",
    copyright_words="reservados",
    subscription_words="suscríbete",
    related_words="lea",
)
