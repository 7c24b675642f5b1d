"""Turkish."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection="ve bir bu da de için ile olarak çok daha olan gibi kadar sonra",
    snowball="turkish",
    furniture="""
        abone, yorumlar, paylaş, reklam, çerez, çerezler, şifre, devamı, kaydol, ayrıca okuyun, devamını oku,
        hakları saklıdır, ilgili haberler, son dakika, tıklayın, takip edin, bizi takip
    """,
    end_headings="ilgili haberler, yorumlar, bunlar da ilginizi çekebilir, son haberler",
    link_leads="devamı",
    interruptions="reklam",
    reader_address="siz sizin biz bizim",
    site_words="okurlar site",
    picture_credits="fotoğraf",
    bylines="yazan",
    cookie_words="çerez çerezler",
    comment_words="yorumlar",
    form_words="şifre",
    copyright_words="saklıdır",
    related_words="devamı",
)
