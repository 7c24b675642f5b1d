"""Words that web-page furniture is made of, in the main languages; evidence by density, never a verdict alone.

A phrase is one or two words as `clean` cuts them: lower case, punctuation gone.  Words that are also everyday news
vocabulary ("market", "video", "story") are left out: on their own they say nothing about a line.
"""

# Of a pair whose other word says more, these tell nothing.
_EVERYDAY = frozenset("about also here might more most must our out over this your".split())


def _phrases(*lines: str) -> tuple[frozenset[str], dict[str, list[str]]]:
    """Split comma-separated phrases into the single words, and the pairs of words by the more telling of the two."""
    phrases = {phrase for line in lines for phrase in line.split(",")}
    words = frozenset(phrase for phrase in phrases if " " not in phrase)
    pairs: dict[str, list[str]] = {}
    for pair in sorted(phrases - words):
        telling = max(pair.split(), key=lambda word: (word not in _EVERYDAY, len(word)))
        pairs.setdefault(telling, []).append(pair)
    return words, pairs


WORDS, PAIRS = _phrases(
    # en
    "subscribe,subscribed,subscriber,subscribers,subscription,subscriptions,unsubscribe,newsletter,inbox",
    "cookie,cookies,javascript,copyright,login,logout,signup,username,password,paywall",
    "advertise,advertiser,advertisers,advertisements,advertising,sponsored,affiliate",
    "comments,commenting,commenters,moderation,moderators,readership,browser",
    "trolls,abusive,disclaimer,permalink,sitemap,rss,faq,faqs,toggle,homepage,breadcrumb",
    "facebook,twitter,instagram,whatsapp,linkedin,pinterest,youtube,reddit,tiktok,telegram,tumblr,flipboard,disqus",
    "read more,learn more,see more,show more,load more,more news,more stories,sign in,sign up",
    "log in,log out,click here,click to,tap here,rights reserved,terms of,of use,of service,privacy policy",
    "contact us,about us,follow us,join us,support us,read also,also read,read next,up next,see also,share this",
    "our site,our website,this site,this website,might also,your comments,view comments,your email,your inbox,your account",
    "your comment,your name,email address,related articles",
    "related stories,related content,must read,most read,most popular,recommended for,editors' picks",
    "last updated,first published,skip to,your browser,our newsletter,our terms,our privacy,no comments",
    "post comment,report this,be reproduced,be published,redistributed without,photo gallery,continue reading,hide caption",
    "min read,minute read,next post,previous post,next article,previous article,leave a,user agreement,our journalists",
    "story continues,this audio,supported by,mobile app,our app,app store,google play,* required",
    # es
    "suscríbete,suscríbase,suscribirse,suscripción,suscriptor,suscriptores,boletín,boletines,publicidad,comentarios",
    "compártelo,contraseña,correo electrónico,inicia sesión,iniciar sesión,leer más,lee más,ver más",
    "lea también,lee también,puede interesarte,derechos reservados,aviso legal,política de,noticias relacionadas",
    "síguenos,regístrate,registrarse,navegador,más leídas,más noticias,términos y,haz clic,haga clic",
    # pt
    "assine,assinante,assinantes,assinatura,inscreva-se,cadastre-se,compartilhe",
    "publicidade,senha,newsletter,navegador,leia mais,leia também,saiba mais,veja mais,veja também",
    "ver mais,direitos reservados,fazer login,mais lidas,mais notícias,siga-nos,clique aqui,continua após,termos de",
    # fr
    "abonnez-vous,s'abonner,abonné,abonnés,inscrivez-vous,commentaires,commentaire",
    "publicité,connexion,connectez-vous,courriel,confidentialité,navigateur,cliquez,lire aussi,lire plus,lire la",
    "en savoir,savoir plus,voir aussi,voir plus,droits réservés,tous droits,mentions légales,à lire,plus lus,suivez-nous",
    # de
    "abonnieren,abonnent,abonnenten,anmelden,abmelden,registrieren,einloggen,kommentare,kommentar,kommentieren",
    "werbung,datenschutz,datenschutzerklärung,impressum,agb,passwort,weiterlesen,browser,lesen sie",
    "mehr lesen,mehr zum,mehr erfahren,auch interessant,alle rechte,rechte vorbehalten,zum thema,nach oben,ihre e-mail",
    # it
    "abbonati,iscriviti,abbonamento,abbonamenti,commenti,commenta,condividi,pubblicità",
    "leggi anche,leggi tutto,leggi di,scopri di,per saperne,diritti riservati,riproduzione riservata,seguici",
    # nl
    "abonneer,abonneren,abonnee,abonnees,nieuwsbrief,inloggen,aanmelden,reacties,advertentie,wachtwoord",
    "lees ook,lees meer,lees verder,meer nieuws,meer over,bekijk ook,alle rechten,rechten voorbehouden,volg ons",
    # id / ms
    "berlangganan,langganan,bagikan,iklan,beranda,kebijakan privasi,baca juga,baca selengkapnya",
    "lihat juga,lihat semua,hak cipta,berita terkait,berita lainnya,scroll to,simak juga,hubungi kami,tentang kami",
    # vi
    "đăng nhập,bình luận,quảng cáo,bản quyền,xem thêm,đọc thêm,tin liên,tin khác,tin mới",
    "mật khẩu,trang chủ,tòa soạn,điều khoản,đọc nhiều,gửi bình",
    # pl
    "subskrybuj,prenumerata,zaloguj,zarejestruj,komentarze,komentarz,skomentuj,udostępnij,reklama,ciasteczka,hasło",
    "prywatności,czytaj też,czytaj także,czytaj więcej,zobacz też,zobacz także,przeczytaj także,prawa zastrzeżone",
    # ru / uk
    "подписаться,подпишитесь,подписывайтесь,подписка,рассылка,рассылку,комментарии,комментарий,комментировать,реклама",
    "поделиться,регистрация,пароль,куки,підписатися,коментарі,коментувати,поділитися,підписуйтесь",
    "читайте также,читать далее,читать полностью,смотрите также,все права,права защищены,читайте також",
    # tr
    "abone,yorumlar,paylaş,reklam,çerez,çerezler,şifre,devamı,kaydol,ayrıca okuyun",
    "devamını oku,hakları saklıdır,ilgili haberler,son dakika,tıklayın,takip edin,bizi takip",
    # sv / da / no
    "prenumerera,prenumerant,nyhetsbrev,kommentarer,annons,läs mer,läs också,läs även,logga in,abonner",
    "nyhedsbrev,nyhetsbrev,les også,les mer,læs også,læs mere,logg inn,log ind,annonse,annonce",
    # ar / fa / hi
    "اشترك,الاشتراك,تعليق,تعليقات,التعليقات,اقرأ أيضا,اقرأ أيضاً,اقرأ المزيد,جميع الحقوق,الحقوق محفوظة",
    "تسجيل الدخول,اشتراک,सब्सक्राइब,टिप्पणी,विज्ञापन,लॉगिन,भी पढ़ें,और पढ़ें,ये भी,ताज़ा खबरें",
)

# A line without any of these has no phrase: so it is with most prose, which then need not be searched for pairs.
SIGNS = WORDS | PAIRS.keys()

# Chinese, Japanese, Korean and Thai do not put spaces between words (or glue endings on): looked for inside the line.
UNSPACED_PHRASES = (
    "订阅|訂閱|登录|登入|登錄|注册|註冊|发表评论|网友评论|分享到|版权所有|版權所有|责任编辑|相关阅读|相關新聞|延伸阅读|延伸閱讀|广告|扫码|"
    "ログイン|会員登録|購読|メルマガ|コメントを|関連記事|おすすめ記事|人気記事|広告|スポンサー|無断転載|あわせて読みたい|続きを読む|"
    "プライバシー|利用規約|お問い合わせ|로그인|회원가입|구독|댓글|무단전재|재배포|관련기사|저작권|기사제보|สมัคร|ความคิดเห็น|อ่านเพิ่มเติม|อ่านต่อ|ลิขสิทธิ์|"
    "หน้าแรก|คุกกี้|ติดต่อเรา|เข้าสู่ระบบ|แชร์|ข่าวที่เกี่ยวข้อง|จดหมายข่าว"
)

# The site talking to its reader: first and second person.
ADDRESS = frozenset(
    "you your yours we our us please usted tu su sus nuestro nuestra nuestros nuestras você seu sua nosso nossa vous votre vos nous "
    "notre nos sie ihr ihre ihnen wir unser unsere uns du dein deine je jij jouw uw ons onze anda kami kamu bạn вы вас вам ваш ваши "
    "мы нас наш наши twój twoje nasz nasze państwo siz sizin biz bizim tuo tua tuoi vostro nostro nostra voi noi".split()
)

# Everyday words that speak of the site once furniture words stand around them.
ABOUT_SITE = frozenset(
    "readers reader comment site website email e-mail journalists editors lectores lector comentario sitio leitores comentário lecteurs "
    "site leser leserinnen lettori sito lezers reactie site pembaca komentar situs độc bạn czytelnicy komentarz читатели сайт сайте "
    "okurlar site läsare kommentar".split()
)

# Line openings that close an article when the line is short: what follows is about other articles, or by readers.
END_HEADINGS = frozenset(
    line.strip()
    for line in (
        "more news,latest news,related,related articles,related stories,related news,related content,related topics,related posts,"
        "read also,also read,see also,read next,up next,more stories,more from,more on this,more on this story,more like this,"
        "you may also like,you might also like,recommended,recommended for you,most read,most popular,most viewed,trending,"
        "trending now,popular,top stories,latest,latest stories,editors' picks,editor's picks,editors picks,comments,"
        "comment,leave a comment,leave a reply,post a comment,add a comment,join the conversation,view comments,"
        "readers' comments,comments & moderation,about the author,about the authors,"
        "contact us,follow us,footer,"
        "promoted,promoted content,more videos,don't miss,view the discussion thread,news feed,"
        "from the web,more from the web,around the web,about us,"
        "artículos relacionados,noticias relacionadas,relacionadas,comentarios,más noticias,lo más leído,más leídas,te puede interesar,"
        "lea también,lee también,le puede interesar,"
        "leia também,leia mais,veja também,comentários,notícias relacionadas,relacionados,mais lidas,mais notícias,"
        "lire aussi,à lire aussi,articles liés,sur le même sujet,commentaires,les plus lus,voir aussi,"
        "mehr zum thema,lesen sie auch,auch interessant,kommentare,meistgelesen,verwandte artikel,das könnte sie auch interessieren,"
        "leggi anche,articoli correlati,potrebbe interessarti,commenti,i più letti,"
        "lees ook,meer nieuws,gerelateerd,gerelateerde artikelen,reacties,meest gelezen,"
        "baca juga,berita terkait,artikel terkait,komentar,terpopuler,berita lainnya,"
        "tin liên quan,bình luận,tin mới,xem thêm,đọc thêm,có thể bạn quan tâm,tin cùng chuyên mục,tin khác,ý kiến,đọc nhiều,"
        "czytaj też,czytaj także,zobacz też,zobacz także,komentarze,powiązane,polecane,"
        "читайте также,по теме,комментарии,похожие,похожие статьи,смотрите также,новости по теме,добавить комментарий,"
        "ilgili haberler,yorumlar,bunlar da ilginizi çekebilir,son haberler,"
        "läs också,läs även,läs mer,les også,læs også,kommentarer,"
        "関連記事,関連ニュース,おすすめ記事,人気記事,コメント,あわせて読みたい,相关阅读,相關新聞,延伸阅读,评论,관련기사,댓글,"
        "اقرأ أيضا,اقرأ أيضاً,مواضيع ذات صلة,أخبار ذات صلة,التعليقات,ये भी पढ़ें,यह भी पढ़ें,टिप्पणियाँ"
    ).split(",")
)

# What stands before a colon or a bar when a link to another article follows.
LINK_LEADS = END_HEADINGS | frozenset(
    "read more,see more,more,also,watch,listen,learn more,read or share this story,read the full story,full story,source,via,tags,"
    "lee más,ver más,ver también,saiba mais,veja mais,lire plus,weiterlesen,mehr,leggi di più,lees meer,baca selengkapnya,"
    "czytaj więcej,читать далее,devamı,läs mer,les mer,続きを読む".split(",")
)

# Whole lines that are never the article's, wherever they stand.
INTERRUPTIONS = frozenset(
    "advertisement,advertising,sponsored,sponsored content,article continues below,story continues below,continue reading,"
    "article continues below advertisement,story continues below advertisement,listen to this article,skip advertisement,"
    "publicidad,publicidade,publicité,anzeige,werbung,pubblicità,advertentie,iklan,quảng cáo,reklama,реклама,reklam,annons,"
    "annonse,annonce,広告,广告,廣告,광고,continúa leyendo,continua após a publicidade,lire la suite,artikel weiterlesen".split(
        ","
    )
)

# Words that name a picture's maker before a colon, or open a caption.
CREDIT_WORDS = (
    "photos?|photographs?|photo credit|photo courtesy|pictures?|pic|images?|image credit|image copyright|credits?|courtesy|caption|"
    "graphic|illustration|fotos?|fotografía|imagen|imagem|crédito|créditos|crédits?|bild|bilder|immagine|reprodução|divulgação|"
    "beeld|gambar|ảnh|hình|zdjęcie|fot|фото|фотография|изображение|fotoğraf|รูป|写真|画像|図|图|圖|사진|صورة|फोटो"
)
AGENCIES = (
    "ap|afp|reuters|upi|epa|efe|ansa|dpa|tass|xinhua|kyodo|yonhap|anp|belga|keystone|antara|vna|ttxvn|pti|imago|getty|getty images|"
    "shutterstock|alamy|istock|flickr|unsplash|pool|handout|ap photo|file photo|file|wikimedia|wikimedia commons|associated press|"
    "picture alliance"
)
CREDIT_TAILS = (
    r"reuters/[^.]{2,40}|(?:\w{1,20} ?/ ?)?getty(?: images)?|\w{1,20} ?/ ?(?:ap|afp|reuters|epa)|ap photo/[^.]{2,40}"
)
CAPTION_HEADS = r"file ?[-–—] ?\S|in this [^.]{4,40},? file photo|photos?: "
CAPTION_PHRASES = (
    "hide caption", "image caption", "media caption", "image copyright", "toggle caption", " file photo", "(ap photo/",
)  # fmt: skip
CAPTION_SIDES = ("(left)", "(right)", "(centre)", "(center)")

BYLINE_WORDS = (
    "by|por|par|von|oleh|przez|автор|theo|yazan|(?:written|reported|reporting|posted|published|edited) (?:by|on)|updated|published|"
    "posted|last updated|(?:from |by )?our (?:own )?(?:reporter|correspondent)|staff (?:writer|reporter)|publicado|actualizado|atualizado|publié|mis à jour|veröffentlicht|aktualisiert|pubblicato|gepubliceerd|"
    "diterbitkan|cập nhật|опубликовано|обновлено"
)

# What a line is called, by a word in it; the first that fits.
REASONS: tuple[tuple[str, frozenset[str]], ...] = (
    ("cookie notice", frozenset("cookie cookies çerez çerezler ciasteczka куки".split())),
    ("comment policy", frozenset("comment comments commenting moderated moderation comentarios comentários commentaires kommentare commenti "
                                 "reacties komentar komentarze комментарии yorumlar kommentarer".split())),
    ("form", frozenset("password username required login logout contraseña senha passwort wachtwoord hasło пароль şifre".split())),
    ("copyright", frozenset("copyright reserved rights reservados réservés vorbehalten riservati voorbehouden zastrzeżone saklıdır".split())),
    ("share or subscribe", frozenset("subscribe subscribed subscription subscriber subscribers newsletter newsletters inbox share facebook "
                                     "twitter instagram whatsapp follow sign abonnieren assine suscríbete abonnez-vous".split())),
    ("related link", frozenset("read more related also leia lea lire lesen leggi lees baca czytaj читайте devamı läs".split())),
)  # fmt: skip
