"""Detect the language of a topic from its function words, or from its script."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

# The commonest function words of news in each language, those that few others share. The general detectors know a
# hundred languages and take longer to load than a summary takes; here the answer only picks word lists.
_COMMON_WORDS = {
    "en": "the of and to in that is was for on with by at from has said it as his but are be have will had were who",
    "es": "el la los las de del que en y por con una para se al su más fue como pero lo este ha",
    "pt": "o os as do da dos das que em e uma para com não no na por se ao mais foi como são pelo",
    "fr": "le les des du et en une est que pour dans par sur au qui pas plus avec ce il sont été aux",
    "de": "der die das und den von zu mit dem des ist im für auf eine ein nicht sich auch als wurde nach",
    "it": "il di che la e in un per una del della con non sono dei alla si da nel più gli ha delle",
    "nl": "de het een van en in op te dat voor met zijn die aan niet is door bij naar ook om uit",
    "sv": "och att det som en på är av för med den till har inte om ett sig från var",
    "da": "og at det der en på er af for med den til har ikke om et sig fra var blev",
    "no": "og at det som en på er av for med den til har ikke om et seg fra var ble",
    "fi": "ja on ei se että hän oli ovat mutta myös kun joka sen kuin mukaan",
    "pl": "i w na z się nie do to że jest o jak po od przez dla za ale",
    "cs": "a v na se je že s z do o k i pro jak ale by který podle",
    "ro": "și de la în a pe cu din că o un nu este pentru mai sunt care",
    "hu": "a az és hogy nem is egy meg volt de ez csak van már szerint",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi kadar sonra",
    "id": "yang dan di dengan untuk dari ini itu pada tidak dalam akan adalah oleh juga telah",
    "vi": "và của là có cho các được trong không một người này với đã những khi ở từ theo tại đến cũng ra vào sau",
    "ru": "и в не на что с по он как его это из к для о за был от",
    "uk": "і в не на що з у до за та як це про від його для він є",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON_WORDS.items()}
_SAMPLE_CHARACTERS = 8_000  # of the topic; the shares settle long before
_MIN_SHARE = 0.12  # of the running words; running text has a quarter to a half
# Languages told by their script; the first that has enough of the letters, so kana come before Han.
_SCRIPTS = {
    "ja": "\u3040-\u30ff",
    "zh": "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff",
    "ko": "\uac00-\ud7af",
    "th": "\u0e00-\u0e7f",
    "hi": "\u0900-\u097f",
    "bn": "\u0980-\u09ff",
    "ta": "\u0b80-\u0bff",
    "ur": "\u0679\u0688\u0691\u06d2",  # Urdu has the letters of Persian too
    "fa": "\u067e\u0686\u0698\u06af",
    "ar": "\u0600-\u06ff",
    "he": "\u0590-\u05ff",
    "el": "\u0370-\u03ff",
}
_MIN_SCRIPT_SHARE = 0.2  # of the letters: Japanese has half of its characters in kana
_MIN_OWN_SHARE = 0.02  # the same for the letters that a language adds to another's script
_ADDS_TO_ARABIC = frozenset({"fa", "ur"})
UNKNOWN = "und"  # ISO 639-2 for undetermined


def common_words(language: str) -> frozenset[str]:
    """The commonest function words of the language; none where it is not known here."""
    return _WORDS.get(language, frozenset())


def detect_language(texts: Iterable[str]) -> str:
    """The ISO 639-1 code of the texts' language, `und` where it is none of those known here."""
    sample = _sample(texts).lower()
    words = Counter(sample.split())  # function words stand alone: no need to look for what is put to them
    n_words = max(1, words.total())
    shares = {
        language: sum(words[word] for word in common if word in words) / n_words for language, common in _WORDS.items()
    }
    best = max(shares, key=lambda language: shares[language])
    if shares[best] >= _MIN_SHARE:
        return best
    n_letters = sum(map(str.isalpha, sample))
    if not n_letters:
        return UNKNOWN
    for code, inside in _SCRIPTS.items():
        least = _MIN_OWN_SHARE if code in _ADDS_TO_ARABIC else _MIN_SCRIPT_SHARE
        if len(re.findall(f"[{inside}]", sample)) >= least * n_letters:
            return code
    return UNKNOWN


def _sample(texts: Iterable[str]) -> str:
    """The beginnings of as many texts as make a sample."""
    parts: list[str] = []
    n_characters = 0
    for text in texts:
        parts.append(text[:_SAMPLE_CHARACTERS])
        n_characters += len(text)
        if n_characters >= _SAMPLE_CHARACTERS:
            break
    return "\n".join(parts)
