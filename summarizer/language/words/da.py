"""Danish."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection="og at det der en på er af for med den til har ikke om et sig fra var blev",
    snowball="danish",
    has_ordinal_stops=True,
    furniture="abonner, nyhedsbrev, kommentarer, annonce, læs også, læs mere, log ind",
    end_headings="læs også, kommentarer",
    interruptions="annonce",
    comment_words="kommentarer",
)
