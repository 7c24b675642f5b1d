"""Czech."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection_rank=13,
    detection="a v na se je že s z do o k i pro jak ale by který podle",
    function_words="""
        já mě mne mi mnou můj moje má mého mé my nás nám námi náš naše našeho naší našich ty tebe tě ti tvůj vy vás
        vám vámi váš vaše on ona ono oni ony jeho ho jej jemu mu něm něj něho jím ním jí ji ní ni jejich jim nim
        nimi nich je ně se si sebe sobě sebou svůj svá své svého svému svém svých svým svými svou ten ta to tu toho
        té tomu tom tím tou těch těm těmi tento tato toto tito tyto tohoto této tomuto tomto tímto touto těchto
        těmto takový taková takové tady zde tam kdo koho komu kom kým co čeho čemu čem čím který která které kterého
        kterému kterém kterým kterou kteří kterých kterými jaký jaká jaké jenž jež kde kdy proč jak kolik kam bez do
        k ke ku kolem kromě mezi na nad o od ode okolo po pod podle pro proti před při přes s skrz u v ve vedle vůči
        z za ze během a i nebo či ale však avšak že aby když až jestli jestliže pokud protože neboť ačkoli než zda
        zatímco také tak tedy proto ještě už již velmi být jsou byl byla bylo byli byly bude budou by bych bychom
        byste jsem jsme jste může mohou mohl mohla mohlo mohli mohly moci musí musel musela muset mají měl měla mělo
        měli mít vše všechno všichni všechny všech celý jiný jiná jiné jiných každý každá každé někdo něco nějaký
        některé sám sama samo
    """,
    snowball="czech",
    has_ordinal_stops=True,
    backward_openers="""
        on ona oni ony jeho její jejich to toto tento tato tito tyto ten ta však ale také rovněž navíc zároveň přesto
        proto poté potom nicméně
    """,
    negations="ne nikdy nikdo nic žádný",
)
