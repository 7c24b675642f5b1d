"""Japanese."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    letters="\u3040-\u30ff",
    letters_added_to="zh",
    unspaced_furniture="""
        ログイン, 会員登録, 購読, メルマガ, コメントを, 関連記事, おすすめ記事, 人気記事, 広告, スポンサー, 無断転載,
        あわせて読みたい, 続きを読む, プライバシー, 利用規約, お問い合わせ
    """,
    end_headings="関連記事, 関連ニュース, おすすめ記事, 人気記事, コメント, あわせて読みたい",
    link_leads="続きを読む",
    interruptions="広告",
    picture_credits="写真, 画像, 図",
)
