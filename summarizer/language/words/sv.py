"""Swedish."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection="och att det som en på är av för med den till har inte om ett sig från var",
    snowball="swedish",
    furniture="""
        prenumerera, prenumerant, nyhetsbrev, kommentarer, annons, läs mer, läs också, läs även, logga in
    """,
    end_headings="läs också, läs även, läs mer, kommentarer",
    link_leads="läs mer",
    interruptions="annons",
    site_words="läsare kommentar",
    comment_words="kommentarer",
    related_words="läs",
)
