"""Hungarian."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection_rank=15,
    detection="a az és hogy nem is egy meg volt de ez csak van már szerint",
    function_words="""
        a az egy én engem nekem velem mi minket nekünk velünk te téged neked ti titeket ő őt neki vele ők őket nekik
        velük ön önt önök maga magát magának maguk maguknak saját ez ezt ennek ezzel erre erről ebben ebből ehhez
        ezek ezeket ezeknek ezen azt annak azzal arra arról abban abból ahhoz azok azokat azoknak azon ilyen olyan
        itt ott ide oda innen onnan aki akit akinek akivel akik akiket akiknek ami amit aminek amivel amik amely
        amelyet amelynek amelyek amelyeket amelyben ahol ahova amikor ahogy amint ki kit mit melyik milyen hol hová
        mikor miért hogyan alatt által át előtt elé ellen felé fölött között közül köré körül közé mellett miatt
        mögött múlva nélkül óta szerint számára után végett iránt keresztül során és vagy de hanem pedig azonban
        tehát hogy ha mert mivel bár noha mint mintha míg amíg is meg csak már még majd akkor így úgy sőt tovább van
        vannak volt voltak lesz lesznek lenne lennének legyen legyenek lett lettek lenni volna vagyok vagyunk kell
        kellett kellene lehet lehetett lehetne tud tudnak szabad fog fogja fognak minden mindenki mindent más mások
        mást valaki valami néhány ugyanaz mindkét
    """,
    snowball="hungarian",
    has_ordinal_stops=True,
    negations="nem sem soha senki",
)
