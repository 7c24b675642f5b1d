"""Turkish."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection_rank=16,
    detection="ve bir bu da de için ile olarak çok daha olan gibi kadar sonra",
    function_words="""
        bir ben beni bana benim bende benden biz bizi bize bizim sen seni sana senin siz sizi size sizin o onu ona
        onun onda ondan onunla onlar onları onlara onların kendi kendisi kendini kendisini kendine kendileri bu bunu
        buna bunun bunda bundan bununla bunlar bunları bunların şu şunu şuna bunlardan burada orada buraya böyle
        şöyle öyle ki kim kimi kime kimin ne neyi neden niçin nasıl nerede nereye hangi hangisi kaç ile için gibi
        kadar göre sonra önce beri doğru karşı rağmen dolayı üzere üzerinde üzerine altında içinde içine dışında
        arasında hakkında yanında sırasında tarafından nedeniyle ve veya ya da de ama fakat ancak lakin çünkü eğer
        ise hem yani zira dahi bile daha en çok pek artık henüz hâlâ mi mı mu mü olan olarak oldu olduğu olduğunu
        oldukları olmak olur olsa olması olacak olmuş idi iken ediyor etti eden etmek ettiği edilen edildi dir dır
        var vardı her herkes hepsi bütün tüm bazı birkaç diğer başka aynı şey
    """,
    snowball="turkish",
    negations="değil yok hiç",
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
