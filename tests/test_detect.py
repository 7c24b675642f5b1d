"""Which language a topic is in."""

import pytest

from summarizer.language.detect import UNKNOWN, detect_language

TEXTS = {
    "en": "The bridge over the river was closed on Monday, and it is not known when it will be opened again.",
    "es": "El puente sobre el río fue cerrado el lunes y no se sabe cuándo se abrirá de nuevo para los camiones.",
    "pt": "A ponte sobre o rio foi fechada na segunda-feira e não se sabe quando será aberta de novo para os caminhões.",
    "fr": "Le pont sur la rivière a été fermé lundi et on ne sait pas quand il sera ouvert de nouveau pour les camions.",
    "de": "Die Brücke über den Fluss wurde am Montag gesperrt, und es ist nicht bekannt, wann sie wieder geöffnet wird.",
    "it": "Il ponte sul fiume è stato chiuso lunedì e non si sa quando sarà riaperto per i camion della regione.",
    "nl": "De brug over de rivier is maandag gesloten en het is niet bekend wanneer die weer open gaat voor het verkeer.",
    "vi": "Cây cầu bắc qua sông đã đóng cửa hôm thứ Hai và không ai biết khi nào cầu được mở lại cho các xe tải.",
    "ru": "Мост через реку закрыли в понедельник, и пока не известно, когда его откроют для грузовиков.",
    "ja": "橋は月曜日に閉鎖された。",
    "zh": "大桥周一关闭，何时重新开放尚不清楚。",
    "ko": "다리는 월요일에 폐쇄됐다.",
    "th": "สะพานถูกปิดเมื่อวันจันทร์",
    "hi": "पुल सोमवार को बंद कर दिया गया।",
    "ar": "أُغلق الجسر يوم الاثنين.",
    "fa": "پل روز دوشنبه بسته شد و هنوز معلوم نیست چه زمانی دوباره باز می‌شود، گفت شهردار.",
    "ur": "پل پیر کو بند کر دیا گیا اور یہ معلوم نہیں کہ کب کھلے گا، بڑے ٹرک فیری سے جائیں گے۔",
    "el": "Η γέφυρα έκλεισε τη Δευτέρα.",
    UNKNOWN: "ხიდი ორშაბათს დაიხურა.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_the_language_with_the_most_common_words_wins(language):
    assert detect_language([TEXTS[language]]) == language


@pytest.mark.parametrize("texts", [[], [""], ["12 34 !?"], ["Lorem ipsum dolor sit amet consectetur"]])
def test_no_words_or_no_known_language_is_undetermined(texts):
    assert detect_language(texts) == UNKNOWN


def test_of_two_languages_with_as_many_words_the_one_of_lower_rank_wins():
    """Danish and Norwegian share all of these; what else is known of either must not decide."""
    assert detect_language(["Det er ikke for sent. Han har til i morgen."]) == "da"
