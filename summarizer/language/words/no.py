"""Norwegian."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection_rank=10,
    detection="og at det som en på er av for med den til har ikke om et seg fra var ble",
    function_words="""
        en et ei den det de jeg meg min mitt mine mi vi oss vår vårt våre du deg din ditt dine dere deres han ham
        hans hun henne hennes dens dets dem man seg sin sitt sine si selv denne dette disse her der slik slikt slike
        sånn som hvem hva hvilken hvilket hvilke hvor når hvorfor hvordan av bak blant etter foran for fra før
        gjennom hos i ifølge innen innenfor langs med mellom mot om omkring over på rundt siden til tross uten
        utenfor under ved via og eller men samt at fordi da mens selvom hvis enn så også likevel jo nå meget svært
        derfor deretter er var vært være har hadde hatt ha blir ble blitt bli skal skulle kan kunne må måtte får
        fikk fått få vil ville bør burde all alt alle annen annet andre hver hvert noen noe begge egen eget egne
        samme å
    """,
    snowball="norwegian",
    has_ordinal_stops=True,
    negations="ikke ingen aldri",
    furniture="abonner, nyhetsbrev, kommentarer, annonse, les også, les mer, logg inn",
    end_headings="les også, kommentarer",
    link_leads="les mer",
    interruptions="annonse",
    comment_words="kommentarer",
)
