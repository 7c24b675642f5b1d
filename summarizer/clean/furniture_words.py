"""Words that web-page furniture is made of, gathered from all languages; evidence by density, never a verdict alone.

The words of one language stand in its module in `language/words`. Here are the tables that are made of them, and what
no language owns: the names of agencies and networks. The marks of captions are English ones. A page may mix languages,
so each table holds them all. A phrase is one or two words as `line_words` cuts them: lower case, punctuation gone.
"""

from collections.abc import Callable, Iterator

from summarizer.language.language_words import LanguageWords, split_phrases
from summarizer.language.words import languages

# Of a pair whose other word says more, these tell nothing.
_EVERYDAY = frozenset("about also here might more most must our out over this your".split())
_SHARED_ON = frozenset("facebook twitter instagram whatsapp".split())  # networks with a button under most articles
_NETWORKS = _SHARED_ON.union("linkedin pinterest youtube reddit tiktok telegram tumblr flipboard disqus".split())


def _phrases_of_all(field: Callable[[LanguageWords], str]) -> Iterator[str]:
    """The phrases that the languages have in one field, each once, in the order of the languages."""
    return iter(dict.fromkeys(phrase for words in languages().values() for phrase in split_phrases(field(words))))


def _words_of_all(field: Callable[[LanguageWords], str]) -> frozenset[str]:
    """The words that the languages have in one field."""
    return frozenset(word for words in languages().values() for word in field(words).split())


def _pairs_by_word(pairs: frozenset[str]) -> dict[str, list[str]]:
    """The pairs of words in the order of the alphabet, by the more telling word of each."""
    by_word: dict[str, list[str]] = {}
    for pair in sorted(pairs):
        telling = max(pair.split(), key=lambda word: (word not in _EVERYDAY, len(word)))
        by_word.setdefault(telling, []).append(pair)
    return by_word


_FURNITURE = _NETWORKS | frozenset(_phrases_of_all(lambda words: words.furniture))
WORDS = frozenset(phrase for phrase in _FURNITURE if " " not in phrase)
PAIRS = _pairs_by_word(_FURNITURE - WORDS)

# A line without any of these has no phrase: so it is with most prose, which then need not be searched for pairs.
SIGNS = WORDS | PAIRS.keys()

# An expression: Chinese, Japanese, Korean and Thai furniture is looked for inside the line.
UNSPACED_PHRASES = "|".join(_phrases_of_all(lambda words: words.unspaced_furniture))

# The site talking to its reader.
ADDRESS = _words_of_all(lambda words: words.reader_address)

# Everyday words that speak of the site once furniture words stand around them.
ABOUT_SITE = _words_of_all(lambda words: words.site_words)

# Line openings that close an article when the line is short: what follows is about other articles, or by readers.
END_HEADINGS = frozenset(_phrases_of_all(lambda words: words.end_headings))

# Before a colon or a bar these announce a link to another article.
LINK_LEADS = END_HEADINGS | frozenset(_phrases_of_all(lambda words: words.link_leads))

# Whole lines that are never the article's, wherever they stand.
INTERRUPTIONS = frozenset(_phrases_of_all(lambda words: words.interruptions))

# An expression: words that name a picture's maker before a colon, or open a caption.
CREDIT_WORDS = "|".join(_phrases_of_all(lambda words: words.picture_credits))
AGENCIES = (
    "ap|afp|reuters|upi|epa|efe|ansa|dpa|tass|xinhua|kyodo|yonhap|anp|belga|keystone|antara|vna|ttxvn|pti|imago|getty|"
    "getty images|shutterstock|alamy|istock|flickr|unsplash|pool|handout|ap photo|file photo|file|wikimedia|"
    "wikimedia commons|associated press|picture alliance"
)
CREDIT_TAILS = (
    r"reuters/[^.]{2,40}|(?:\w{1,20} ?/ ?)?getty(?: images)?|\w{1,20} ?/ ?(?:ap|afp|reuters|epa)|ap photo/[^.]{2,40}"
)
CAPTION_HEADS = (
    r"file ?[-–—] ?\S|in this [^.]{4,40},? file photo|photos?: |"
    r"(?:an |this )?artist['’]?s (?:illustration|impression|rendering|rendition|concept)|"
    r"[^.]{4,80}, (?:is |are |left, |right, |center, |centre, )?(?:pictured|seen here|shown here)\b"
)
CAPTION_PHRASES = (
    "hide caption", "image caption", "media caption", "image copyright", "toggle caption", " file photo", "(ap photo/",
)  # fmt: skip
CAPTION_SIDES = ("(left)", "(right)", "(centre)", "(center)")

# An expression: words that open a byline, or a line with the date of publication.
BYLINE_WORDS = "|".join(_phrases_of_all(lambda words: words.bylines))

# The name of a line by a word in it; the first that fits.
REASONS: tuple[tuple[str, frozenset[str]], ...] = (
    ("cookie notice", _words_of_all(lambda words: words.cookie_words)),
    ("comment policy", _words_of_all(lambda words: words.comment_words)),
    ("form", _words_of_all(lambda words: words.form_words)),
    ("copyright", _words_of_all(lambda words: words.copyright_words)),
    ("share or subscribe", _SHARED_ON | _words_of_all(lambda words: words.subscription_words)),
    ("related link", _words_of_all(lambda words: words.related_words)),
)
