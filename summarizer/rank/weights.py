"""Hold every tuned number of ranking in one table.

Each entry says what the number does, on which data it was chosen, over which range it makes no difference that one
could measure (its plateau: less than 0.15 points of ROUGE-2 F on the mean of six collections), and what it is worth:
the difference in points when the part that uses it is switched off on 200 topics of Multi-News; an interval that holds
0 is written "0". Many parts are worth nothing in ROUGE and stay for the reader. `tests/benchmarks/plateaus.py` measures
the plateau, `tests/benchmarks/ablation.py` the worth. Lambda, the balance of salience and redundancy, is an option of
the user (`options.DEFAULT_MMR_LAMBDA`), LexRank's damping is the paper's, and the lengths of a usable sentence are a
rule of form (`sentences.wording`).
"""

from typing import Final

# -- Salience: factors on centrality, and what goes into them ----------------------------------------------------------

# The lead counts twice what the end of a document does: 1 + exp(-position / POSITION_SCALE).
# Chosen on six collections and labelled facts, each collection left out once.
# Plateau: 3 to 12 sentences. At 30, which was chosen on Multi-News alone, Vietnamese lost 4.7 points, the mean 1.3, and
# the heart of the story was missing in a third of the topics in place of a quarter. Worth: 1.1.
POSITION_SCALE: Final = 5.0

# A sentence all of whose words stand in titles counts 1 + TITLE times as much as one that shares none.
# Chosen on the shipped English topics. Plateau: 0.25 to 1. Worth: 0 on Multi-News, which has no titles, and 0.4 on
# the shipped topics.
TITLE: Final = 0.5

# A document counts less when its relatedness to the others is below this share of the best related document's.
# Chosen on six collections: above 0.5, topics of short updates lose (1 point at 0.7), whose texts share little.
# Plateau: 0 to 0.5. Worth: 0; it keeps the pages of another day's story out of a briefing.
OFF_TOPIC: Final = 0.5

# How fast a document below that share loses weight: min(1, relatedness / (OFF_TOPIC * best)) ** RELATEDNESS_EXPONENT.
# Chosen with OFF_TOPIC. Plateau: 1 to 3.
RELATEDNESS_EXPONENT: Final = 2

# Of two documents neither can be called the odd one: with fewer than this many, relatedness is not compared.
# Not tuned: it follows from what relatedness means.
MIN_DOCUMENTS_TO_COMPARE: Final = 3

# A document with at most this share of the other documents' sentences is minor, and may be about something else.
# Chosen with UNRELATED. Plateau: 0 to 0.4.
MINOR_RATIO: Final = 0.25

# A minor document whose cosine to the others, in telling words, is below this is about something else: it counts 0.
# Chosen on six collections: at 0.06, chosen on Multi-News alone, brief updates of the same story were left out.
# Plateau: 0 to 0.045. Worth: 0; it keeps them out of the briefing.
UNRELATED: Final = 0.03

# The say of a document grows with its length to this power, so that a long one does not drown the others:
# each of its n sentences weighs n ** -LENGTH_EXPONENT in every other sentence's centrality.
# Chosen on Multi-News. Plateau: 0 to 0.75. Worth: 0.
LENGTH_EXPONENT: Final = 0.5

# Figures tell what happened: a sentence with FIGURES_COUNTED of them counts 1 + FIGURES times as much as one with none.
# Chosen on labelled facts. Plateau: 0 to 0.15. Worth: 0 in ROUGE, 1 point of facts.
FIGURES: Final = 0.15
FIGURES_COUNTED: Final = 3

# The newest dated document's sentences count 1 + RECENCY times as much as the oldest one's.
# Chosen on Multi-News. Plateau: 0 to 0.2. Worth: 0.
RECENCY: Final = 0.1

# Where documents are brief dated updates, the first and the newest count so much more: what began it, and where it is.
# Chosen on topics of updates, the only ones it touches. Plateau: 2 to 4. Worth there: 2.9.
ENDS_OF_SERIES: Final = 3.0

# How fast that fades: exp(-(sentences per document - 1) / UPDATE_SENTENCES). Plateau: 3 to 8.
UPDATE_SENTENCES: Final = 3.0

# Documents of fewer different days are not a series of updates. Not tuned.
MIN_DAYS_OF_UPDATES: Final = 5

# The freshness (0 oldest, 1 newest) of a document without a date: nothing says that it is old or new.
# Not tuned: the middle of its range.
UNDATED: Final = 0.5

# What a sentence keeps of its salience when it tells what was still to come, where no dates tell what is newer.
# Chosen on Multi-News. Plateau: 0.65 to 1. Worth of both: 0 in ROUGE (0.2 +- 0.2).
EXPECTATION: Final = 0.8

# What such a sentence keeps where another document is known to be the newest, which may tell what happened.
# Chosen on Multi-News. Plateau: 0.5 to 1.
SUPERSEDED: Final = 0.65

# What a sentence keeps that speaks as "we" or "you" outside quotation marks: a press release, a column, a blog.
# Chosen on Multi-News. Plateau: 0.5 to 1. Worth: 0.
OWN_VOICE: Final = 0.7

# Factor of a sentence that opens with a quotation and names who speaks: centrality underrates other people's words.
# Chosen on Multi-News. Plateau: 0.9 to 1.2. Worth, with QUOTATION_UNNAMED: 0.
QUOTATION_NAMED: Final = 1.1

# Factor of a sentence that opens with a quotation and does not tell whose it is.
# Chosen on Multi-News. Plateau: 0.7 to 1.
QUOTATION_UNNAMED: Final = 0.9

# An article says what it is about in so many first sentences; a summary line may stand before its first.
# Chosen on Multi-News. Plateau: 1 to 5.
OPENING_SENTENCES: Final = 3

# The opening that is raised to the top has the highest likeness to all openings * salience ** OPENING_EXPONENT.
# Chosen on Multi-News. Plateau: 0.25 to 1. Worth of raising one: 0; without it a briefing may begin in the middle.
OPENING_EXPONENT: Final = 0.5

# -- The same report -------------------------------------------------------------------------------------------------

# A passage is listed as `also_in` from this similarity in content (0..1) on, if the two are also alike in wording and
# share enough, as the next two say. Chosen, all three together, on 535 labelled pairs of seven collections
# (`tests/benchmarks/also_in.py`), for precision: with content alone, at 0.31, three of ten listed passages told another
# fact or half of it. Plateau: 0.25 to 0.3.
SAME_REPORT: Final = 0.28

# Cosine of wording, pairs of words and names included, below which no passage is listed. Plateau: 0.18 to 0.22.
SAME_REPORT_WORDING: Final = 0.2

# Share of the item's content, by weight, that the passage must have: it may tell more, but not only the half of it.
# Plateau: 0.2 to 0.3.
SAME_REPORT_SHARE: Final = 0.25

# Similarity in content from which a sentence is not selected beside another: a briefing must not say things twice, so
# doubt counts against it.
# Chosen by reading pairs, at 0.22, while many function words counted as content; 0.23 rules the same share of pairs
# alike without them. Plateau: 0.19 to 0.3, but from 0.26 on more is said twice. Worth: 0.
MAYBE_SAME_REPORT: Final = 0.23

# Two sentences may deny each other, or tell of other days, from this share of common content on (Dice, 0..1); below it
# the negation or the day belongs to a clause that the other sentence lacks. Chosen on the labelled pairs of
# `tests/benchmarks/also_in.py`. Plateau: 0.4 to 0.6, where recall moves by 0.02 and precision stays.
MIN_SHARED_CONTENT: Final = 0.5

# What names add to the similarity of two sentences of one topic, where names cannot be told from other words.
# Chosen on Multi-News. Plateau: 0 to 0.12.
BY_NAMES: Final = 0.08

# Names are a tenth to a quarter of the running words of news, German nouns a third: where more words than this share
# are written with a capital, capitals do not tell names. Chosen from those shares. Plateau: 0.24 to 0.32.
MAX_NAMES_RATIO: Final = 0.28

# -- Selection -------------------------------------------------------------------------------------------------------

# Cosine of wording, pairs of words included, from which two sentences say the same.
# Chosen on Multi-News. Plateau: 0.25 to 0.45. Worth: 0, nearly always decided by MAYBE_SAME_REPORT first.
SAME_WORDING: Final = 0.35

# What a sentence keeps that points back to one that is not selected ("But he ...").
# The lower half of its plateau, for the reader's sake: 0.1 to 0.9, on six collections. Worth: 0.
DANGLING: Final = 0.3

# What a sentence keeps that has a name in short which nothing selected gives in full.
# Chosen on six collections. Plateau: 0.6 to 1. Worth: 0.
UNINTRODUCED: Final = 0.8

# A sentence that was ruled out takes the place of the one that says the same, if it is fuller: it has at least this
# share of the other's content by weight, and FULLER times its weight of content in all.
# Chosen on labelled facts. Plateau: 0.3 to 0.6. Worth: 0 in ROUGE, 1 point of facts.
FULLER_SHARE: Final = 0.4
FULLER: Final = 1.2

# A fuller wording has at least this share of the salience of the one that it replaces. Plateau: 0.6 to 0.9.
FULLER_SALIENCE: Final = 0.8

# -- Wire copies: chosen on copies planted in Multi-News, `tests/benchmarks/planted.py` ------------------------------

# Tokens in a shingle. With 30% of the words edited a third of the runs of three survive, of runs of five a tenth.
SHINGLE_TOKENS: Final = 3

# Share of the shorter document's shingles that the longer one has, below which the two are not compared closely.
MIN_SHARED_RATIO: Final = 0.15

# Dice coefficient of the tokens of two sentences from which one is a version of the other.
MIN_SENTENCE_MATCH: Final = 0.55

# The Dice coefficient from which that holds where the shorter document has fewer than FEW_SENTENCES sentences, because
# chance meets easily.
MIN_VERBATIM_MATCH: Final = 0.8
FEW_SENTENCES: Final = 3

# The Dice coefficient from which sentences of near-identical documents are versions of one, be it with other figures.
# Above MIN_SENTENCE_MATCH, since a wrong match would show as another figure. Chosen on the same copies.
MIN_VERSION_MATCH: Final = 0.7

# Share of the shorter document's tokens, in sentences that the longer one has too, from which it is a copy.
MIN_COPIED_RATIO: Final = 0.75

# A copy of at least this share of the longest copy's tokens is of full length: an edited copy may be a little longer
# than its original, and the earliest of full length stands for all.
FULL_LENGTH_RATIO: Final = 0.9
