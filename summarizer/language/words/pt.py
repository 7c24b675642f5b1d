"""Portuguese."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection="o os as do da dos das que em e uma para com não no na por se ao mais foi como são pelo",
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
        porém contudo entretanto todavia também e então assim portanto além
    """,
    honorifics="sr sra dom",
    expectations="deve|devem|deverá|deverão|vai|vão|pretende|pretendem",
    own_voice="[Ee]u|[Nn]ós|[Nn]oss[oa]s?|[Mm]eus?|[Mm]inhas?|[Vv]ocês?",
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
