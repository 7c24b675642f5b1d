"""Portuguese."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection_rank=3,
    detection="o os as do da dos das que em e uma para com não no na por se ao mais foi como são pelo",
    function_words="""
        o a os as um uma uns umas ao aos à às do da dos das no na nos nas num numa nuns numas dum duma pelo pela
        pelos pelas eu me mim comigo meu minha meus minhas nós conosco nosso nossa nossos nossas tu te ti contigo
        teu tua teus tuas você vocês ele ela eles elas lhe lhes se si consigo seu sua seus suas lo la los las dele
        dela deles delas nele nela neles nelas este esta estes estas isto esse essa esses essas isso aquele aquela
        aqueles aquelas aquilo deste desta destes destas disto desse dessa desses dessas disso daquele daquela
        daqueles daquelas daquilo neste nesta nestes nestas nisto nesse nessa nesses nessas nisso naquele naquela
        àquele àquela aqui aí ali lá tal tais que quê quem qual quais cujo cuja cujos cujas onde aonde quando como
        quanto quanta quantos quantas ante após até com contra de desde durante em entre para perante por sem sob
        sobre segundo e ou mas porém porque pois embora enquanto portanto também além então assim já muito ainda ser
        é são era eram foi foram seja sejam fosse fossem seria seriam será serão sido sendo sou somos estar está
        estão estava estavam esteve estiveram esteja estejam estivesse estaria estará estarão estando estou estamos
        ter tem têm tinha tinham teve tiveram tenha tenham tivesse teria teriam terá terão tido tendo tenho temos
        haver há havia houve haja haverá haveria ir vai vão vamos ia iam poder pode podem podia podiam pôde puderam
        possa possam poderia poderiam poderá poderão dever deve devem devia deviam deveria deveriam deverá deverão
        todo toda todos todas tudo outro outra outros outras mesmo mesma mesmos mesmas cada algo alguém algum alguma
        alguns algumas próprio própria
    """,
    snowball="portuguese",
    numbers="dois três quatro cinco seis sete oito nove dez onze doze",
    months=(
        "janeiro jan",
        "fevereiro fev",
        "março mar",
        "abril abr",
        "maio mai",
        "junho jun",
        "julho jul",
        "agosto ago",
        "setembro set",
        "outubro out",
        "novembro nov",
        "dezembro dez",
    ),
    abbreviations="""
        sr sra srs sras dr dra drs dras prof profa profs exmo exma ilmo eng arq gal gen cel cap maj ten sgt alm pe d
        dom st sto sta av al pça ltda cia s.a jr dep sen gov pres min des adv
    """,
    abbreviations_before_numbers="""
        n no nº núm art arts pág págs p pp vol cap tel fig inc aprox jan fev mar abr mai jun jul ago set out nov dez
    """,
    never_last="Sr Sra Srs Sras Dr Dra Prof Profa Exmo Exma Gal Gen Cel",
    sentence_openers="""
        o a os as um uma uns umas este esta estes estas esse essa isso isto aquele ele ela eles elas eu nós você seu
        sua seus suas em no na nos nas de do da dos das ao à com por pelo pela para sem sobre após desde até entre
        segundo durante e ou mas embora se quando como onde enquanto também além não já assim hoje ontem agora depois
        antes que quem mais muitos outros outra outro cada todos é são foi há
    """,
    backward_openers="""
        ele ela eles elas isso isto este esta estes estas esse essa esses essas aquele aquela seu sua seus suas mas
        porém contudo entretanto todavia também e então assim portanto além ambos
    """,
    backward_phrases="(?:segundo|de acordo com|para) el[ea]s?|no entanto|por isso|nesse caso|na ocasião",
    unnamed_speakers=(
        "(?:disse|afirmou|declarou|explicou|completou) el[ea]|el[ea]s? (?:disse|afirmou|declarou|disseram)"
    ),
    honorifics="sr sra dom",
    expectations="deve|devem|deverá|deverão|vai|vão|pretende|pretendem",
    own_voice="[Ee]u|[Nn]ós|[Nn]oss[oa]s?|[Mm]eus?|[Mm]inhas?|[Vv]ocês?",
    negations="não nunca jamais nenhum nenhuma ninguém nada negou nega",
    opposites="""
        preso presa detido / solto solta libertado liberado,
        aberto abriu reabriu / fechado fechou,
        subiu aumentou cresceu / caiu baixou diminuiu,
        ganhou venceu / perdeu perdido,
        aceitou aprovou aprovado / rejeitou rejeitado,
        condenado culpado / absolvido,
        vivo vivos sobreviveu / morto mortos morreu,
        confirmou / negou desmentiu,
        começou / terminou acabou
    """,
    weekdays=(
        "segunda",
        "terça",
        "quarta",
        "quinta",
        "sexta",
        "sábado",
        "domingo",
    ),
    furniture="""
        assine, assinante, assinantes, assinatura, inscreva-se, cadastre-se, compartilhe, publicidade, senha,
        newsletter, navegador, leia mais, leia também, saiba mais, veja mais, veja também, ver mais,
        direitos reservados, fazer login, mais lidas, mais notícias, siga-nos, clique aqui, continua após, termos de
    """,
    end_headings="""
        leia também, leia mais, veja também, comentários, notícias relacionadas, relacionados, mais lidas,
        mais notícias
    """,
    link_leads="saiba mais, veja mais",
    interruptions="publicidade, continua após a publicidade",
    reader_address="você seu sua nosso nossa",
    site_words="leitores comentário site",
    picture_credits="fotos?, imagem, créditos?, reprodução, divulgação",
    bylines="por, publicado, atualizado",
    comment_words="comentários",
    form_words="senha",
    copyright_words="reservados",
    subscription_words="assine",
    related_words="leia",
)
