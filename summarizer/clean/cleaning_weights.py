"""The cleaner's tuned numbers in one table.

Unless a number says otherwise it was chosen on the 91 labelled news pages of the development data, as plain text.
`tests/benchmarks/learn_cleaner.py` learns again what can be learned or counted there, and shows where the numbers here
depart from it. With `--worth` it also cleans the pages with each number at half and at double: the F1 over the words of
prose is 93.6 with the numbers as they stand. It depends on these few:

- line weights, halved and doubled: bias -9.8, -15.4; log2_words -11.0, -8.3; ends_sentence -2.4, -1.5;
  furniture -0.2, -1.7; bullet -0.1, -1.0.
- others, halved and doubled: SLOPE_BEFORE -3.1, -0.2; SLOPE_AFTER -1.9, -0.7; NEUTRAL_SCORE -1.3, -2.6;
  MAX_COUNTED_WORDS -1.4, 0.0; MAX_LINE_ODDS -1.0, 0.0; SLOPE_PAUSE -1.0, 0.0; SLOPE_BELOW -0.8, -1.1;
  PAUSE_ON_SCORE -0.5, -1.0; PARAGRAPH_WORDS -0.4, -0.9; MIN_LINE_ODDS -0.3, -0.9; NEUTRAL_PAUSE_SCORE -0.2, -1.0;
  BREAK_SCORE -0.1, -1.1; RESUME_SCORE -0.1, -1.1; DILUTING_WORDS -0.1, -0.9; CLOCK_COST 0.0, -0.4.
- better in one direction on these pages: MAX_HEADING_WORDS +0.3, -0.3; PUNCTUATED_RATIO 0.0, +0.2.
- all others lie on a plateau: within 0.2 either way. Titles, authors and wrapping are no part of this measure.

BREAK_SCORE and SLOPE_PAUSE were chosen on the text of 300 labelled pages of another collection too, where both kept
more of the article. MARKUP_SCORES were chosen on both collections as HTML: halved or doubled, what is kept changes by
0.6% of the words at most.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class LineWeights(NamedTuple):
    """How much each feature of a line adds to its log-odds of being article prose."""

    bias: float
    log2_words: float
    ends_sentence: float
    furniture: float
    bullet: float
    byline: float
    ellipsis: float


# --- The score of a line read alone ----------------------------------------------------------------------------------

# Logistic regression over the lines of the labelled pages. Learned again, they come out within 0.12. Learned on four
# fifths of the pages, they differ by up to 0.8 among one another, that of the ellipsis by 1.7: few lines end in one.
LINE_WEIGHTS: Final = LineWeights(
    bias=-3.9, log2_words=0.73, ends_sentence=2.0, furniture=-2.95, bullet=-1.0, byline=-1.9, ellipsis=-2.3
)
# What the extractor found to be the article's text is prose with better odds; a table is as it reads.
MARKUP_SCORES: Final = {"paragraph": 2.5, "list item": 1.5, "heading": 1.0, "table": 0.0, "code": 0.0}
MAX_COUNTED_WORDS: Final = 64  # beyond so many words a line is no more prose than before
MAX_COUNTED_FURNITURE: Final = 4  # more furniture words say no more
DILUTING_WORDS: Final = 40  # in a longer line each furniture word says less, in proportion to the length
LITTLE_FURNITURE: Final = -0.6  # log-odds of the share of prose from which a text counts as extracted already
MAX_SHIFT: Final = 3.0  # log-odds by which the lines of such a text are raised at most

# --- Furniture words -------------------------------------------------------------------------------------------------

DENSE_RATIO: Final = 0.2  # furniture words per word, 0..1, from which a line is full of them
DENSE_PAIR_RATIO: Final = 0.1  # the ratio for a line that has two or more
PASSING_MENTIONS: Final = 2  # furniture words that a whole sentence may have that does not speak to the reader
TOPICAL_MIN_WORDS: Final = 8  # words of a sentence that surely says something
TOPICAL_LINES: Final = 3  # a furniture word in so many such sentences is what the article is about,
TOPICAL_RATIO: Final = 0.2  # if they are also this share of them, 0..1

# --- Lines that are told by their form: longest ones, in words -------------------------------------------------------

MAX_STAMP_WORDS: Final = 15  # of a line that stands for its date or time
MAX_BYLINE_WORDS: Final = 20
MAX_DATE_WORDS: Final = 10  # of a line that is only a date
MAX_CONTACT_WORDS: Final = 30  # a longer paragraph with an e-mail address may quote it
MAX_CAPTION_WORDS: Final = 100  # a longer paragraph that ends with a credit is prose
MAX_END_HEADING_WORDS: Final = 6
MIN_TELLING_WORDS: Final = 2  # a lone word without a digit is told apart by its neighbours only
MIN_TEASER_WORDS: Final = 15  # so long a line that breaks off may advertise another article

# --- The page read as a whole (find_article.py), in log-odds ----------------------------------------------------------
# A path through the states collects these scores. They are no probabilities: what leads on from a pause would sum to
# 1.24, and going on in the article, or before or after it, costs nothing. Set by hand, and milder than the logarithms
# of how often the labelled pages change so (start -4.4, break -2.9, resume -1.5, stop -3.2): lines next to each other
# are alike, so that what each says of its state must not count in full.

OPENING_SCORE: Final = -1.0  # of a text that opens with its article; one in 91 pages does
START_SCORE: Final = -3.0  # from before the article into it
BREAK_SCORE: Final = -1.0  # from the article into a pause: with a lower one a list inside an article ends it
PAUSE_ON_SCORE: Final = -0.3  # of each further line of a pause
RESUME_SCORE: Final = -1.0  # from a pause back into the article
STOP_SCORE: Final = -2.0  # from the article or a pause to what comes after

NEUTRAL_SCORE: Final = -1.0  # score of a line that is as common in the article as before or after it
NEUTRAL_PAUSE_SCORE: Final = -0.5  # the score that is as common in the article as in a pause
# Log-odds of the article per point of distance from the neutral score: below it, and above it against each other state.
SLOPE_BELOW: Final = 0.7
SLOPE_BEFORE: Final = 0.9  # prose is rarer before an article than after it
SLOPE_PAUSE: Final = 1.0
SLOPE_AFTER: Final = 0.7
MIN_LINE_ODDS: Final = -1.5  # one line never decides alone
MAX_LINE_ODDS: Final = 3.0
PARAGRAPH_WORDS: Final = 100  # a longer line speaks for as many lines as it holds of these
END_HEADING_COST: Final = 4.0  # of going on past a heading such as "Related": only much prose is worth it
CLOCK_COST: Final = 1.5  # of going on past a date with a time of day,
MANY_CLOCKS: Final = 4  # where so many of them tell of readers' comments

# --- The reason of each line (furniture_kinds.py) ---------------------------------------------------------------------

MAX_HEADING_WORDS: Final = 25  # an unpunctuated line inside an article is a heading or a link up to this length
PUNCTUATED_RATIO: Final = 1 / 3  # of the article's lines, 0..1; with fewer the text is a list, or has no full stops
MIN_PROSE_WORDS: Final = 3  # fewer words say nothing
MIN_MARKED_WORDS: Final = 8  # of a paragraph or an item that closes like none; with fewer it is a heading
NOTE_RATIO: Final = 0.6  # of lines about the site, 0..1: so many make the article's last lines a note by the site
SHORT_TEXT_LINES: Final = 4  # so short a text has no page around it
MIN_POST_WORDS: Final = 8  # a text of one line with so many words is what it is: a post, a headline

# --- The line that gives the title (title_line.py) -------------------------------------------------------------------

TITLE_WORDS: Final = range(2, 31)
TITLE_REACH: Final = 60  # lines above the article in which its title is looked for
LEAD_LINES: Final = 8  # lines of prose in which the words of a title are looked for,
LEAD_REACH: Final = 40  # among so many lines from the start of the prose
TITLE_OVERLAP: Final = 0.15  # least share of the line's words that the prose takes up, 0..1
UNSIGNED_OVERLAP: Final = 0.4  # the least share where no byline or date stands below the line
DOUBTED_WORDS: Final = 5  # added to the line's own when that share is counted: few words meet by chance
NEARNESS_WORTH: Final = 0.005  # of standing one line nearer to the article, in shares of words
SIGNATURE_WORTH: Final = 0.1  # of a byline or a date
SIGNATURE_REACH: Final = 3  # lines below the title in which those stand
MAX_TITLE_DATE_WORDS: Final = 5  # a line this short with a date in it is the date
SAME_TITLE_RATIO: Final = 0.7  # share of a given title's words that its line holds, and the reverse, 0..1
SHORT_WORD_LETTERS: Final = 3  # words up to this length mean little,
FEW_LONG_WORDS: Final = 3  # and are counted only where there are fewer long ones than this

# --- The known author ------------------------------------------------------------------------------------------------

MAX_AUTHOR_CHARACTERS: Final = 200  # a longer name is none
AUTHOR_LINE_WORDS: Final = 3  # beside the author's name, in a line that only gives it

# --- Where marks are looked for, in characters -----------------------------------------------------------------------

LINK_LEAD_REACH: Final = 40  # from the start of a line: "Read also:" stands there
CREDIT_REACH: Final = 150  # from the end: a picture's credit
MAKER_REACH: Final = 60  # from the end: the credit's maker, told by a colon, a stroke or an agency's name
DATELINE_REACH: Final = 120  # from the start: the mark that ends a dateline
GLUED_CREDIT_REACH: Final = 400  # from the start: the credit of a caption that is glued to a paragraph
MIN_REST_CHARACTERS: Final = 40  # of prose that must follow such a caption

# --- Hard-wrapped text (lines.py) ------------------------------------------------------------------------------------

WRAP_WIDTHS: Final = range(40, 101)  # columns at which mail and terminals wrap
MIN_INDENT: Final = 2  # characters by which the first line of a paragraph stands in, after a sentence that closed
MIN_BROKEN_CHARACTERS: Final = 20  # a shorter line before a lower-case one may be a menu entry
FULL_LINE_RATIO: Final = 0.7  # of the longest line's length, 0..1: ragged lines differ by a word
MIN_WRAPPED_LINES: Final = 3  # so many show the width by themselves; two are wrapped only at a width seen elsewhere
