"""Korean."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    letters="\uac00-\ud7af",
    unspaced_furniture="로그인, 회원가입, 구독, 댓글, 무단전재, 재배포, 관련기사, 저작권, 기사제보",
    end_headings="관련기사, 댓글",
    interruptions="광고",
    picture_credits="사진",
)
