"""English."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection_rank=1,
    detection="""
        the of and to in that is was for on with by at from has said it as his but are be have will had were who
    """,
    function_words="""
        a an the i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself
        she her hers herself it its itself they them their theirs themselves somebody someone something anybody
        anyone anything everybody everyone everything this that these those such here there who whom whose which
        what where when why how whoever whatever whichever wherever whenever of in on at by for from to with about
        above across after against along amid among amongst around as before behind below beneath beside besides
        between beyond despite down during except inside into like near off onto out outside over per since through
        throughout till toward towards under underneath until up upon via within without and or but so yet if
        because although though while whereas whether unless once than then too also either both be am is are was
        were been being have has had having do does did doing done will would shall should can could may might must
        ought im ive youre youve youd youll hes shes theyre theyve theyd theyll weve thats theres whos whats all any
        some each every other another others same own very just even still however therefore thus
    """,
    snowball="english",
    numbers="two three four five six seven eight nine ten eleven twelve",
    months=(
        "january jan",
        "february feb",
        "march mar",
        "april apr",
        "may",
        "june jun",
        "july jul",
        "august aug",
        "september sep sept",
        "october oct",
        "november nov",
        "december dec",
    ),
    abbreviations="""
        jr sr esq ph.d inc corp co cos ltd llc llp plc pty bhd intl natl univ assn mfg bros ave blvd rd hwy pkwy apt
        bldg approx etc misc incl excl resp avg vs v cf viz al eds u.s u.n u.k u.s.a e.u d.c a.m p.m b.c a.d e.g i.e
    """,
    capitalized_abbreviations="""
        mr mrs ms mx messrs mme mlle dr drs prof profs rev revs hon pres vp st ste mt ft gen maj col lt capt cmdr cdr
        adm brig sgt cpl pfc pvt cmdt spc ens supt insp det sen sens rep reps gov govs atty asst assoc dist dep dept
        div sec secy treas inst amb chmn exec dir fr br msgr jan feb mar apr jun jul aug sep sept oct nov dec tue tues
        wed thu thur thurs fri ala ariz ark calif colo conn del fla ga ill ind kan ky md mich minn miss mo mont neb
        nev okla pa penn tenn tex va vt wash wis wyo mass que ont alta sask
    """,
    abbreviations_before_numbers="""
        no nos fig figs vol vols p pp pt art arts sec sect para ch chap eq ex op c ca tab approx est max min tel ext
        rt sat sun mon wed ver pop ser ep bk cap reg div
    """,
    never_last="""
        Mr Mrs Ms Mx Messrs Dr Prof Rev Hon Gen Maj Lt Col Capt Cmdr Adm Brig Sgt Cpl Sen Sens Rep Reps Gov Govs Supt
        Msgr vs cf viz e.g i.e P.S
    """,
    sentence_openers="""
        the a an this that these those he she it they we i you his her its their our my your there here in on at for
        from with by as if when while after before since although though because however but and or so yet nor also
        still then now thus meanwhile moreover furthermore instead indeed perhaps maybe both each every all some many
        most several few another one two three four five what who why how where which whether not no yes earlier later
        last next until under over during despite among about between within without once unless according nearly
        almost only even just more such to of nobody nothing everyone everything someone is are was were do does did
        can could will would should has have had let police officials authorities shares investigators prosecutors
        critics experts
    """,
    starts_in_lower_case=True,
    speech_verbs=(
        "answered|said|says|asked|asks|added|wrote|replied|told|shouted|cried|wondered|recalled|tweeted|declared|exclaimed"
    ),
    backward_openers="""
        he she it they this that these those his her their its such both but however meanwhile also and so then still
        yet instead or nor therefore thus moreover furthermore besides otherwise nevertheless nonetheless later
    """,
    backward_phrases=(
        "in addition|for example|for instance|as a result|on the other hand|the (?:former|latter|two|pair|duo)|"
        "earlier(?=,)|in response(?=,)|since then|by then|even so|in (?:one|another|that|this) case"
    ),
    demonstratives=r"(?:these|the same) \w+",
    unnamed_speakers="(?:he|she|they) (?:said|says|added|told|wrote)|(?:said|added) (?:he|she|they)",
    honorifics="mr mrs ms miss mx sir dr",
    expectations=(
        "(?:is|are|was|were|been) (?:also |widely |now )?"
        "(?:expected|scheduled|due|set|likely|slated|planning|poised|about|hoping|going) to|"
        "(?:is|are) (?:expected|scheduled|slated|due|set)|plan(?:s|ned)? to|will|['’]ll"
    ),
    expectation_signs="expect schedul due set likely slated plan poised about hoping going will 'll ’ll",
    quoted_expectations=r"(?:I|[Ww]e) (?:\w+ly )?expect",
    own_voice="I|[Ww]e|[Mm]e|[Mm]y|[Oo]ur|us|[Yy]ou|[Yy]our",
    negations="""
        not no never nor neither nobody none nothing denied denies deny didnt dont doesnt wasnt werent isnt arent
        hasnt havent hadnt wont wouldnt cant couldnt shouldnt cannot
    """,
    opposites="""
        arrested detained jailed arrest arrests / released freed release releases,
        opened reopened opens reopens / closed shut closes,
        rose risen rise rises rising grew increased climbed / fell fallen fall falls falling dropped declined decreased,
        alive survived / died dead killed,
        won win wins / lost lose loses,
        accepted accept accepts approved approve backed / rejected reject rejects refused,
        guilty convicted / acquitted cleared,
        lifted / imposed,
        confirmed confirm announced / denied deny denies,
        began begun begins begin started starts / ended ends finished stopped suspended suspends halted,
        resumed resumes resume / suspended suspends suspend halted halt halts,
        raised raises / lowered lowers cut cuts reduced,
        hired appointed / fired sacked dismissed,
        agreed / disagreed refused,
        allowed allow / banned ban forbade,
        gained / lost,
        supported support / opposed oppose,
        innocent / guilty
    """,
    weekdays=(
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ),
    furniture="""
        subscribe, subscribed, subscriber, subscribers, subscription, subscriptions, unsubscribe, newsletter, inbox,
        cookie, cookies, javascript, copyright, login, logout, signup, username, password, paywall, advertise,
        advertiser, advertisers, advertisements, advertising, sponsored, affiliate, comments, commenting, commenters,
        moderation, moderators, readership, browser, trolls, abusive, disclaimer, permalink, sitemap, rss, faq, faqs,
        toggle, homepage, breadcrumb, read more, learn more, see more, show more, load more, more news, more stories,
        sign in, sign up, log in, log out, click here, click to, tap here, rights reserved, terms of, of use,
        of service, privacy policy, contact us, about us, follow us, join us, support us, read also, also read,
        read next, up next, see also, share this, our site, our website, this site, this website, might also,
        your comments, view comments, your email, your inbox, your account, your comment, your name, email address,
        related articles, related stories, related content, must read, most read, most popular, recommended for,
        editors' picks, last updated, first published, skip to, your browser, our newsletter, our terms, our privacy,
        no comments, post comment, report this, be reproduced, be published, redistributed without, photo gallery,
        continue reading, hide caption, min read, minute read, next post, previous post, next article,
        previous article, leave a, user agreement, our journalists, story continues, this audio, supported by,
        mobile app, our app, app store, google play, affiliate links, our links, a commission, small commission,
        earn commission, earn us, receive compensation, our partners, your consent, your choices, consent preferences,
        manage preferences, legitimate interest, legitimate interests, personalised ads, personalized ads,
        ad measurement, audience insights, cookie consent, personal data, unique identifiers, access information,
        republish this, republish our, commons licence, commons license, first appeared, originally appeared,
        originally published, republished under, republished from, our standards, editing by, reporting by,
        your donation, your support, our work, our readers, views expressed, opinions expressed,
        wayback machine, these crawls, archive pages, an interest to, has been updated with, story highlights,
        * required
    """,
    end_headings="""
        more news, latest news, related, related articles, related stories, related news, related content,
        related topics, related posts, read also, also read, see also, read next, up next, more stories, more from,
        more on this, more on this story, more like this, you may also like, you might also like, recommended,
        recommended for you, most read, most popular, most viewed, trending, trending now, popular, top stories,
        latest, latest stories, editors' picks, editor's picks, editors picks, comments, comment, leave a comment,
        leave a reply, post a comment, add a comment, join the conversation, view comments, readers' comments,
        comments & moderation, about the author, about the authors, contact us, follow us, footer, promoted,
        promoted content, more videos, don't miss, view the discussion thread, news feed, from the web,
        more from the web, around the web, about us
    """,
    link_leads="""
        read more, see more, more, also, watch, listen, learn more, read or share this story, read the full story,
        full story, source, via, tags
    """,
    interruptions="""
        advertisement, advertising, sponsored, sponsored content, article continues below, story continues below,
        continue reading, article continues below advertisement, story continues below advertisement,
        listen to this article, skip advertisement
    """,
    reader_address="you your yours we our us please",
    site_words="readers reader comment site website email e-mail journalists editors",
    picture_credits="""
        photos?, photographs?, photo credit, photo courtesy, pictures?, pic, images?, image credit, image copyright,
        credits?, courtesy, caption, graphic, illustration
    """,
    bylines="""
        by, (?:written|reported|reporting|posted|published|edited) (?:by|on), updated, published, posted,
        last updated, (?:from |by )?our (?:own )?(?:reporter|correspondent), staff (?:writer|reporter)
    """,
    cookie_words="cookie cookies",
    comment_words="comment comments commenting moderated moderation",
    form_words="password username required login logout",
    copyright_words="copyright reserved rights",
    subscription_words="""
        subscribe subscribed subscription subscriber subscribers newsletter newsletters inbox share follow sign
    """,
    related_words="read more related also",
)
