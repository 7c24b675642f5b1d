"""Indonesian."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection_rank=17,
    detection="yang dan di dengan untuk dari ini itu pada tidak dalam akan adalah oleh juga telah",
    function_words="""
        yang saya aku ku kami kita kamu anda kau dia ia nya beliau mereka diri dirinya sendiri ini itu tersebut
        begitu demikian sini sana situ apa siapa mana bagaimana mengapa kenapa kapan dimana di ke dari pada dalam
        atas bawah oleh untuk bagi dengan tanpa antara terhadap tentang mengenai kepada daripada sampai hingga sejak
        selama seperti menurut melalui guna demi akibat dan atau tetapi tapi namun melainkan sedangkan bahwa jika
        kalau apabila bila karena sebab sehingga agar supaya walaupun meskipun meski ketika saat sementara sambil
        setelah sesudah sebelum maka lalu kemudian juga pun lagi saja sangat lebih masih sudah telah adalah ialah
        merupakan ada akan sedang bisa dapat boleh harus mesti mau ingin menjadi semua seluruh setiap tiap para lain
        lainnya sama suatu sebuah seorang seseorang sesuatu si sang kata
    """,
    snowball="indonesian",
    negations="tidak bukan belum jangan",
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
