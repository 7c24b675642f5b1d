"""Indonesian."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection="yang dan di dengan untuk dari ini itu pada tidak dalam akan adalah oleh juga telah",
    snowball="indonesian",
    furniture="""
        berlangganan, langganan, bagikan, iklan, beranda, kebijakan privasi, baca juga, baca selengkapnya, lihat juga,
        lihat semua, hak cipta, berita terkait, berita lainnya, scroll to, simak juga, hubungi kami, tentang kami
    """,
    end_headings="baca juga, berita terkait, artikel terkait, komentar, terpopuler, berita lainnya",
    link_leads="baca selengkapnya",
    interruptions="iklan",
    reader_address="anda kami kamu",
    site_words="pembaca komentar situs",
    picture_credits="fotos?, gambar",
    bylines="oleh, diterbitkan",
    comment_words="komentar",
    related_words="baca",
)
