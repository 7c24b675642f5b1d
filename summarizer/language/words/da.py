"""Danish."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection_rank=9,
    detection="og at det der en på er af for med den til har ikke om et sig fra var blev",
    function_words="""
        en et den det de jeg mig min mit mine vi os vores vor vort vore du dig din dit dine i jer jeres han ham hans
        hun hende hendes dens dets dem deres man sig sin sit sine selv denne dette disse her der sådan sådant
        sådanne som hvem hvad hvilken hvilket hvilke hvis hvor hvornår hvorfor hvordan ad af bag blandt efter foran
        for fra før gennem hos ifølge inden indenfor langs med mellem mod om omkring over på siden til trods uden
        udenfor under ved via og eller men samt at fordi da mens selvom når end så også dog jo nu meget derfor
        derefter er var været være har havde haft have bliver blev blevet blive skal skulle kan kunne må måtte får
        fik fået få vil ville bør burde al alt alle anden andet andre hver hvert nogen noget nogle begge egen eget
        egne samme
    """,
    snowball="danish",
    has_ordinal_stops=True,
    negations="ikke ingen intet aldrig",
    furniture="abonner, nyhedsbrev, kommentarer, annonce, læs også, læs mere, log ind",
    end_headings="læs også, kommentarer",
    interruptions="annonce",
    comment_words="kommentarer",
)
