"""French."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection_rank=4,
    detection="le les des du et en une est que pour dans par sur au qui pas plus avec ce il sont été aux",
    function_words="""
        le la les l un une des du de d au aux je j me m moi mon ma mes mien mienne nous notre nos nôtre tu te t toi
        ton ta tes vous votre vos vôtre il elle ils elles on se s lui leur leurs eux soi son sa ses sien sienne en y
        ce c cet cette ces ceci cela ça celui celle ceux celles ici là voici voilà tel telle tels telles qui que qu
        quoi dont où lequel laquelle lesquels lesquelles auquel duquel quel quelle quels quelles quand comment
        pourquoi combien à après avant avec chez contre dans depuis derrière dès devant durant entre envers hors
        jusque jusqu jusquà malgré outre par parmi pendant pour sans selon sous sur vers et ou mais donc car si
        lorsque lorsquil puisque quoique tandis comme alors ainsi aussi puis très encore déjà cependant être est
        sont était étaient fut furent soit soient serait seraient sera seront été étant suis es sommes êtes avoir a
        ont avait avaient eut eurent ait aient aurait auraient aura auront eu eue ayant ai as avons avez pouvoir
        peut peuvent pouvait pouvaient pourra pourront pourrait pourraient pu puisse devoir doit doivent devait
        devaient devra devront devrait devraient dû tout toute tous toutes autre autres même mêmes chaque quelque
        quelques quelquun aucuns cest cétait quil quils quon sil sils lon nétait sest sétait dun dune quun quune jai
        ny ci
    """,
    snowball="french",
    numbers="deux trois quatre cinq six sept huit neuf dix onze douze",
    months=(
        "janvier janv",
        "février févr",
        "mars",
        "avril avr",
        "mai",
        "juin",
        "juillet juil",
        "août",
        "septembre sept",
        "octobre oct",
        "novembre nov",
        "décembre déc",
    ),
    abbreviations="""
        m mm mme mmes mlle mlles me mes mgr dr drs pr prof st ste sts gén col cap cdt lt av bd boul éd ets sté cie ex
        env hab
    """,
    abbreviations_before_numbers="""
        n no nos art arts p pp vol chap fig tél al env janv févr avr juil sept oct nov déc
    """,
    never_last="M Mm Mme Mmes Mlle Mlles Mgr Dr Pr Prof cf",
    sentence_openers="""
        le la les l un une des du de ce cet cette ces il elle ils elles on nous vous je tu son sa ses leur leurs mon
        notre en dans à au aux avec par pour sans sur sous après avant depuis pendant entre selon et ou mais si quand
        comme où alors aussi ainsi puis donc car or ni ne pas plus qui que quoi c d s n j y tout tous toutes hier
        aujourd
    """,
    backward_openers="""
        il elle ils elles cela ceci ce cet cette ces son sa ses leur leurs mais cependant toutefois aussi et alors
        ainsi puis
    """,
    backward_phrases="selon (?:lui|elle|eux)|en outre|par ailleurs|en revanche|pour (?:lui|elle)",
    unnamed_speakers=(
        "a-t-(?:il|elle) (?:dit|déclaré|ajouté|affirmé|expliqué)|(?:dit|ajoute|explique)-(?:t-)?(?:il|elle)"
    ),
    honorifics="m mme mlle monsieur madame",
    expectations=(
        "devrait|devraient|est attendue?|sont attendue?s|est prévue?|sont prévue?s|prévoit|prévoient|va|vont"
    ),
    own_voice="[Jj]e|[Jj]['’]|[Nn]ous|[Nn]otre|[Nn]os|[Mm]on|[Mm]a|[Mm]es|[Vv]ous|[Vv]otre|[Vv]os",
    negations="pas jamais aucun aucune rien ni nie dément",
    opposites="""
        arrêté arrêtée interpellé / libéré libérée relâché,
        ouvert ouverte rouvert / fermé fermée,
        augmenté hausse grimpé / baissé baisse chuté reculé,
        gagné remporté / perdu,
        accepté approuvé / rejeté refusé,
        condamné coupable / acquitté relaxé,
        vivant survécu / mort morte tué,
        confirmé annoncé / démenti nié,
        commencé débuté / terminé fini
    """,
    weekdays=(
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
    ),
    furniture="""
        abonnez-vous, s'abonner, abonné, abonnés, inscrivez-vous, commentaires, commentaire, publicité, connexion,
        connectez-vous, courriel, confidentialité, navigateur, cliquez, lire aussi, lire plus, lire la, en savoir,
        savoir plus, voir aussi, voir plus, droits réservés, tous droits, mentions légales, à lire, plus lus,
        suivez-nous
    """,
    end_headings="""
        lire aussi, à lire aussi, articles liés, sur le même sujet, commentaires, les plus lus, voir aussi
    """,
    link_leads="lire plus",
    interruptions="publicité, lire la suite",
    reader_address="vous votre vos nous notre nos",
    site_words="lecteurs site",
    picture_credits="photos?, images?, crédits?, illustration",
    bylines="par, publié, mis à jour",
    comment_words="commentaires",
    copyright_words="réservés",
    subscription_words="abonnez-vous",
    related_words="lire",
)
