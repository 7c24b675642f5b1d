"""Ukrainian."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection="і в не на що з у до за та як це про від його для він є",
    furniture="підписатися, коментарі, коментувати, поділитися, підписуйтесь, читайте також",
)
