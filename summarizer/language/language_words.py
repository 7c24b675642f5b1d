"""The form that each module in `language/words` fills in: everything the program knows of one language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageWords:
    """The words of one language, and what else is known of it.

    Any field may be left out: the language then works without what the field is for. A language with abbreviations of
    its own does not get the shared ones before numbers and at the end of sentences.

    Words stand in one string, lower case, separated by white space. Phrases are separated by commas. Expressions are
    the alternatives of a regular expression, `a|b`; they match whole words.

    Telling the language, and cutting its words to terms
    ----------------------------------------------------
    detection
        Words: the commonest of news, those that few other languages share. Some twenty; a text is in the language that
        has the largest share of its words.
    detection_rank
        The lower wins where a text has as many words of one language as of another.
    letters
        The inside of a character class: letters that tell the language where words do not.
    letters_share
        The least share of these among all letters of a text, 0..1.
    letters_added_to
        Codes of the languages that write with the same script but lack `letters`; this one is looked for before them.
    function_words
        Words that carry no content, in all their forms, apostrophes left out: articles, pronouns, prepositions,
        conjunctions, auxiliaries. Negations and numbers do carry some.
    snowball
        The name of the language's stemmer in PyStemmer.
    numbers
        Words: two to twelve, in order. One is an article in many languages.
    months
        Twelve strings of words: the names and abbreviations of each month.

    Where sentences end
    -------------------
    A word belongs here if it is met with a stop *before a capital letter or a number*: before a lower-case letter no
    sentence is cut anyway (but see `starts_in_lower_case`). All are written without their last stop. Dotted acronyms
    ("u.s.", "e.u.") need no entry: the splitter knows their shape.

    abbreviations
        Words: a stop after one ends its sentence only before one of the `sentence_openers`.
    capitalized_abbreviations
        Words that are abbreviations only when capitalized: "Aurora, Ill. Mayor", but "She fell ill. Kim left".
    abbreviations_before_numbers
        Words that are abbreviations only before a number: "No. 10", but "He said no. Kim left".
    never_last
        Words after which no sentence ends, whatever follows: "Mr. He", "vs. The". Heeds case: as written, or all
        capitals.
    sentence_openers
        Words that, capitalized, open a sentence after an abbreviation. Names and the nouns of titles ("President",
        "Army") must stay out, and so must what is also a surname. Where `has_stops` is False, words that open a
        sentence after any space.
    has_stops
        Whether sentences end with a mark at all.
    has_ordinal_stops
        Whether a stop makes an ordinal of a number: "3. Oktober".
    starts_in_lower_case
        Whether sentences of careless writers are also cut before lower case: "i see. no idea".
    speech_verbs
        Expressions: the verb after the speaker, where the speaker of a quotation is named first: "Kim said".

    What a sentence leans on
    ------------------------
    backward_openers
        Words that, opening a sentence, point at an earlier one: "she", "however".
    backward_phrases
        Expressions: the same for phrases.
    demonstratives
        Expressions: words that point at an earlier sentence wherever they stand outside quotations.
    unnamed_speakers
        Expressions: a pronoun and its verb, which give a quotation to somebody named earlier: "she said".
    honorifics
        Words: a surname after one of these is still a surname alone.
    expectations
        Expressions, any case: what was still to come when the sentence was written.
    expectation_signs
        Words or parts of words: without one of these `expectations`, which take ten times as long, find nothing.
    quoted_expectations
        Expressions: those of a speaker, which count inside a quotation.
    own_voice
        Expressions: who speaks or is spoken to.

    What contradicts
    ----------------
    negations
        Words that deny what follows, apostrophes left out: "not", "didnt".
    opposites
        Pairs of states, separated by commas; the two sides of each by a stroke: "arrested jailed / released freed".
        All forms whose stems differ. Words that are said of two things at once must stay out ("first / last").
    weekdays
        Seven strings of words, from Monday: the names and abbreviations of each.

    What web pages put around articles
    ----------------------------------
    furniture
        Phrases of one or two words that furniture is made of. Words that are also everyday news vocabulary ("market",
        "video", "story") must stay out: on their own they say nothing about a line.
    unspaced_furniture
        The same where no spaces part words, or endings are glued on: looked for anywhere in a line.
    end_headings
        Phrases: short lines that close an article; what follows is about other articles, or by readers.
    link_leads
        Phrases before a colon or a bar when a link to another article follows; `end_headings` need not be repeated.
    interruptions
        Phrases: whole lines that are never the article's, wherever they stand.
    reader_address
        Words by which the site speaks to its reader: first and second person.
    site_words
        Everyday words that speak of the site once furniture stands around them.
    picture_credits
        Expressions, separated by commas: words that name a picture's maker before a colon, or open a caption.
    bylines
        Expressions, separated by commas: words that open a byline or a line with the date of publication.
    cookie_words, comment_words, form_words, copyright_words, subscription_words, related_words
        Words of `furniture` that tell which kind of furniture a line is.
    """

    detection: str = ""
    detection_rank: int = 99
    letters: str = ""
    letters_share: float = 0.2
    letters_added_to: str = ""
    function_words: str = ""
    snowball: str = ""
    numbers: str = ""
    months: tuple[str, ...] = ()

    abbreviations: str = ""
    capitalized_abbreviations: str = ""
    abbreviations_before_numbers: str = ""
    never_last: str = ""
    sentence_openers: str = ""
    has_stops: bool = True
    has_ordinal_stops: bool = False
    starts_in_lower_case: bool = False
    speech_verbs: str = ""

    backward_openers: str = ""
    backward_phrases: str = ""
    demonstratives: str = ""
    unnamed_speakers: str = ""
    honorifics: str = ""
    expectations: str = ""
    expectation_signs: str = ""
    quoted_expectations: str = ""
    own_voice: str = ""

    negations: str = ""
    opposites: str = ""
    weekdays: tuple[str, ...] = ()

    furniture: str = ""
    unspaced_furniture: str = ""
    end_headings: str = ""
    link_leads: str = ""
    interruptions: str = ""
    reader_address: str = ""
    site_words: str = ""
    picture_credits: str = ""
    bylines: str = ""
    cookie_words: str = ""
    comment_words: str = ""
    form_words: str = ""
    copyright_words: str = ""
    subscription_words: str = ""
    related_words: str = ""


def split_phrases(phrases: str) -> list[str]:
    """Split phrases at their commas; a line break inside the string is a space."""
    return [" ".join(phrase.split()) for phrase in phrases.split(",") if phrase.strip()]
