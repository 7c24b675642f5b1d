"""Arabic."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    letters="\u0600-\u06ff",
    snowball="arabic",
    abbreviations="د أ م ص هـ",
    abbreviations_before_numbers="ص",
    never_last="د أ م",
    furniture="""
        اشترك, الاشتراك, تعليق, تعليقات, التعليقات, اقرأ أيضا, اقرأ أيضاً, اقرأ المزيد, جميع الحقوق, الحقوق محفوظة,
        تسجيل الدخول
    """,
    end_headings="اقرأ أيضا, اقرأ أيضاً, مواضيع ذات صلة, أخبار ذات صلة, التعليقات",
    picture_credits="صورة",
)
