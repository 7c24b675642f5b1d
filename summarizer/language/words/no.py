"""Norwegian."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection="og at det som en på er av for med den til har ikke om et seg fra var ble",
    snowball="norwegian",
    has_ordinal_stops=True,
    furniture="abonner, nyhetsbrev, kommentarer, annonse, les også, les mer, logg inn",
    end_headings="les også, kommentarer",
    link_leads="les mer",
    interruptions="annonse",
    comment_words="kommentarer",
)
