"""Italian."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection_rank=6,
    detection="il di che la e in un per una del della con non sono dei alla si da nel più gli ha delle",
    function_words="""
        il lo la i gli le l un uno una al allo alla ai agli alle del dello della dei degli delle dal dallo dalla dai
        dagli dalle nel nello nella nei negli nelle sul sullo sulla sui sugli sulle col coi io me mi mio mia miei
        mie noi ci nostro nostra nostri nostre tu te ti tuo tua tuoi tue voi vi vostro vostra vostri vostre egli lui
        lei esso essa essi esse loro li ne si sé suo sua suoi sue questo questa questi queste quello quella quelli
        quelle quel quei quegli ciò qui qua lì là tale tali che chi cui quale quali dove quando come perché quanto
        quanta quanti quante a ad con contro da dentro di dietro dopo durante entro fino fra in lungo oltre per
        presso prima senza secondo sopra sotto su tra tramite verso e ed o oppure ma però bensì se anche pure quindi
        dunque così mentre benché poiché affinché infatti inoltre allora poi molto ancora già essere è sono era
        erano fu furono sia siano fosse fossero sarebbe sarebbero sarà saranno stato stata stati state essendo siamo
        avere ha hanno aveva avevano ebbe ebbero abbia abbiano avesse avrebbe avrebbero avrà avranno avuto avendo ho
        abbiamo potere può possono poteva potevano potrà potranno potrebbe potrebbero possa dovere deve devono
        doveva dovevano dovrà dovranno dovrebbe dovrebbero viene vengono veniva tutto tutta tutti tutte altro altra
        altri altre stesso stessa stessi stesse ogni ognuno qualche qualcuno qualcosa alcuni alcune proprio all cè
    """,
    snowball="italian",
    numbers="due tre quattro cinque sei sette otto nove dieci undici dodici",
    months=(
        "gennaio gen",
        "febbraio feb",
        "marzo mar",
        "aprile apr",
        "maggio mag",
        "giugno giu",
        "luglio lug",
        "agosto ago",
        "settembre set",
        "ottobre ott",
        "novembre nov",
        "dicembre dic",
    ),
    abbreviations="""
        sig sigg sigra sig.ra dott dott.ssa dr prof prof.ssa avv ing arch geom rag on sen gen col cap ten mons don s
        ss st cfr ecc fam f.lli s.p.a s.r.l spett egr gent
    """,
    abbreviations_before_numbers="""
        n nn art artt p pp pag pagg vol cap tel fig ca gen feb mar apr mag giu lug ago
    """,
    never_last="Sig Sigg Sig.ra Dott Dott.ssa Prof Avv Ing On Mons cfr",
    sentence_openers="""
        il lo la i gli le l un uno una questo questa questi queste quello quella egli lui lei loro noi io suo sua suoi
        in nel nella nei di del della dei a al alla ai da dal dalla con per su sul sulla tra fra dopo prima durante
        secondo e ed o ma se quando come dove mentre anche inoltre non già così oggi ieri ora poi che chi più molti
        altri altra altro ogni tutti è sono ha hanno si
    """,
    backward_openers="""
        lui lei loro questo questa questi queste quello quella suo sua suoi ma però tuttavia anche e poi così inoltre
    """,
    honorifics="sig signor signora",
    expectations="dovrebbe|dovrebbero|è previst[oa]|sono previst[ei]|è attes[oa]|prevede|prevedono",
    own_voice="[Ii]o|[Nn]oi|[Nn]ostr[oaie]|[Mm]i[oae]|[Mm]iei|[Vv]oi|[Vv]ostr[oaie]",
    negations="non mai nessun nessuno nessuna niente nulla nega negato",
    opposites="""
        arrestato arrestata fermato / rilasciato liberato scarcerato,
        aperto riaperto / chiuso chiusa,
        salito aumentato cresciuto / sceso calato diminuito,
        vinto / perso,
        accettato approvato / respinto rifiutato,
        condannato colpevole / assolto,
        vivo vivi / morto morti ucciso,
        confermato / smentito negato,
        iniziato cominciato / finito terminato
    """,
    weekdays=(
        "lunedì",
        "martedì",
        "mercoledì",
        "giovedì",
        "venerdì",
        "sabato",
        "domenica",
    ),
    furniture="""
        abbonati, iscriviti, abbonamento, abbonamenti, commenti, commenta, condividi, pubblicità, leggi anche,
        leggi tutto, leggi di, scopri di, per saperne, diritti riservati, riproduzione riservata, seguici
    """,
    end_headings="leggi anche, articoli correlati, potrebbe interessarti, commenti, i più letti",
    link_leads="leggi di più",
    interruptions="pubblicità",
    reader_address="tuo tua tuoi vostro nostro nostra voi noi",
    site_words="lettori sito",
    picture_credits="fotos?, immagine",
    bylines="pubblicato",
    comment_words="commenti",
    copyright_words="riservati",
    related_words="leggi",
)
