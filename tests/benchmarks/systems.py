"""The summarizers that are compared, each as a function from a topic and a word budget to a text.

Most peers have no word budget: each gives its sentences best first, they are taken until the budget is reached, and put
in the order of the text, as each peer itself would. The text is cut at the budget when it is scored. Peers whose own
splitter needs data that is downloaded at run time get the sentences of our splitter, on the raw lines of the text.
"""

from __future__ import annotations

import random
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib import import_module
from itertools import chain, pairwise, zip_longest
from typing import Any

import numpy as np
from scores import score_tokens
from topics import Topic, raw_sentences

from summarizer import SummarizerError, summarize
from summarizer.sentences.wording import count_words

_WORD = re.compile(r"\w+")
System = Callable[[Topic, int], str]
OURS = "summarizer"
# What a peer calls the languages that it has a stemmer and stop words for.
_NAMES = {
    "en": "english",
    "pt": "portuguese",
    "es": "spanish",
    "fr": "french",
    "de": "german",
    "it": "italian",
}


def ours(topic: Topic, words: int, **options: Any) -> str:
    """Our briefing, as `summarize --words` makes it."""
    try:
        return " ".join(item.text for item in summarize(topic.documents, words=words, **options).items)
    except SummarizerError:
        return ""


def lead(topic: Topic, words: int) -> str:
    """The first sentence of each document, then the second of each, and so on."""
    return " ".join(take_words(lead_sentences(topic), words))


def lead_sentences(topic: Topic) -> Iterator[str]:
    rounds = chain.from_iterable(zip_longest(*raw_sentences(topic)))
    return (sentence for sentence in rounds if sentence)


def naive(topic: Topic, words: int) -> str:
    """The picks of `naive_picks` until the length is reached, in the order of the text."""
    sentences = list(chain.from_iterable(raw_sentences(topic)))
    n_words = 0
    picked = []
    for row in naive_picks(sentences):
        picked.append(row)
        n_words += count_words(sentences[row])
        if n_words >= words:
            break
    return " ".join(sentences[row] for row in sorted(picked))


def naive_picks(sentences: Sequence[str]) -> Iterator[int]:
    """TF-IDF over all words, degree centrality, MMR with lambda 0.7: what a page of scikit-learn makes, on raw text."""
    vectorizer = import_module("sklearn.feature_extraction.text").TfidfVectorizer
    tfidf = vectorizer(analyzer=lambda text: _WORD.findall(text.lower())).fit_transform(sentences)
    similarity = (tfidf @ tfidf.T).toarray()
    centrality = similarity.mean(axis=1)
    centrality /= centrality.max() or 1.0
    redundancy = np.zeros(len(sentences))
    left = np.ones(len(sentences), dtype=bool)
    while left.any():
        row = int(np.argmax(np.where(left, 0.7 * centrality - 0.3 * redundancy, -np.inf)))
        left[row] = False
        yield row
        redundancy = np.maximum(redundancy, similarity[row])


def random_sentences(topic: Topic, words: int) -> str:
    """Sentences drawn by chance, the same ones every time."""
    pool = list(chain.from_iterable(raw_sentences(topic)))
    random.Random(zlib.crc32(topic.id.encode())).shuffle(pool)
    return " ".join(take_words(pool, words))


def oracle(topic: Topic, words: int) -> str:
    """What could be reached by greedy choice with the references in view: each sentence raises ROUGE-2 F the most."""
    references = [_bigrams(score_tokens(reference, topic.language)) for reference in topic.references]
    pool = [(s, _bigrams(score_tokens(s, topic.language))) for s in chain.from_iterable(raw_sentences(topic))]
    taken: list[str] = []
    have: Counter[tuple[str, str]] = Counter()
    best = 0.0
    while pool and sum(map(count_words, taken)) < words:
        gains = [_f_measure(have + bigrams, references) for _, bigrams in pool]
        top = max(range(len(pool)), key=gains.__getitem__)
        if gains[top] <= best:
            break
        sentence, bigrams = pool.pop(top)
        taken.append(sentence)
        have, best = have + bigrams, gains[top]
    return " ".join(taken)


def sumy(name: str, module: str, topic: Topic, words: int) -> str:
    """One of sumy's summarizers, its stemmer and stop words where it has the language."""
    parsing = import_module("sumy.parsers.plaintext")
    language = _NAMES.get(topic.language)
    stemmer = import_module("sumy.nlp.stemmers").Stemmer(language) if language else str
    summarizer = getattr(import_module(f"sumy.summarizers.{module}"), name)(stemmer)
    if language and hasattr(summarizer, "stop_words"):
        summarizer.stop_words = import_module("sumy.utils").get_stop_words(language)
    text = "\n\n".join(chain.from_iterable(raw_sentences(topic)))  # sumy joins the lines of a paragraph
    document = parsing.PlaintextParser.from_string(text, _HandedIn(topic.language)).document
    return " ".join(str(s) for s in summarizer(document, partial(_take_infos, words=words)))


def lexrank(topic: Topic, words: int) -> str:
    """The package lexrank, idf over the topic's documents."""
    package = import_module("lexrank")
    documents = [list(sentences) for sentences in raw_sentences(topic) if sentences]
    sentences = list(chain.from_iterable(documents))
    stop_words = package.STOPWORDS.get(topic.language, set())
    ranker = package.LexRank(documents, stopwords=stop_words)
    ratings = ranker.rank_sentences(sentences, threshold=0.03, fast_power_method=True)
    return " ".join(_best_in_order(sentences, ratings, words))


def summa(topic: Topic, words: int) -> str:
    """The package summa, its own splitter."""
    text = "\n\n".join(document.text for document in topic.documents)
    language = _NAMES.get(topic.language, "english")
    rated = import_module("summa.summarizer").summarize(text, ratio=1.0, language=language, split=True, scores=True)
    return " ".join(_best_in_order([text for text, _ in rated], [rating for _, rating in rated], words))


SYSTEMS: dict[str, System] = {
    OURS: ours,
    "sumy LexRank": partial(sumy, "LexRankSummarizer", "lex_rank"),
    "sumy TextRank": partial(sumy, "TextRankSummarizer", "text_rank"),
    "sumy LSA": partial(sumy, "LsaSummarizer", "lsa"),
    "sumy SumBasic": partial(sumy, "SumBasicSummarizer", "sum_basic"),
    "sumy Luhn": partial(sumy, "LuhnSummarizer", "luhn"),
    "sumy KL": partial(sumy, "KLSummarizer", "kl"),
    "sumy Reduction": partial(sumy, "ReductionSummarizer", "reduction"),
    "lexrank": lexrank,
    "summa": summa,
    "lead": lead,
    "random": random_sentences,
    "greedy oracle": oracle,
}
NO_PEERS = (OURS, "greedy oracle")  # the second has seen the references
GIVEN_OUR_SENTENCES = frozenset({name for name in SYSTEMS if name.startswith("sumy")} | {"lexrank", "lead", "random"})


def take_words(sentences: Iterable[str], words: int) -> list[str]:
    """Sentences until the budget is reached; the last may cross it."""
    taken: list[str] = []
    n_words = 0
    for sentence in sentences:
        if n_words >= words:
            break
        taken.append(sentence)
        n_words += count_words(sentence)
    return taken


def _best_in_order(sentences: Sequence[str], ratings: Sequence[float], words: int) -> list[str]:
    by_rating = sorted(range(len(sentences)), key=lambda i: (-ratings[i], i))
    n_taken = len(take_words((sentences[i] for i in by_rating), words))
    return [sentences[i] for i in sorted(by_rating[:n_taken])]


def _take_infos(infos: Sequence[Any], words: int) -> Sequence[Any]:
    return infos[: len(take_words((str(info.sentence) for info in infos), words))]


class _HandedIn:
    """The tokenizer that sumy is given: a paragraph is a sentence, and words are what scoring takes for words."""

    def __init__(self, language: str) -> None:
        self.language = language

    def to_sentences(self, paragraph: str) -> tuple[str, ...]:
        return (paragraph,)

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return tuple(score_tokens(sentence, self.language, stem=False))


def _bigrams(tokens: Sequence[str]) -> Counter[tuple[str, str]]:
    return Counter(pairwise(tokens))


def _f_measure(have: Counter[tuple[str, str]], references: Sequence[Counter[tuple[str, str]]]) -> float:
    n_have = have.total()
    shared = [2 * (have & reference).total() / max(1, n_have + reference.total()) for reference in references]
    return sum(shared) / len(shared)
