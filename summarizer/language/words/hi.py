"""Hindi."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    letters="\u0900-\u097f",
    snowball="hindi",
    abbreviations="डॉ श्री सुश्री प्रो",
    furniture="सब्सक्राइब, टिप्पणी, विज्ञापन, लॉगिन, भी पढ़ें, और पढ़ें, ये भी, ताज़ा खबरें",
    end_headings="ये भी पढ़ें, यह भी पढ़ें, टिप्पणियाँ",
    picture_credits="फोटो",
)
