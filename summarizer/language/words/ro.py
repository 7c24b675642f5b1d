"""Romanian."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection_rank=14,
    detection="și de la în a pe cu din că o un nu este pentru mai sunt care",
    function_words="""
        un o unui unei unor al a ai ale cel cea cei cele celui celei celor eu mă mine mie îmi mi meu mea mei mele
        noi ne nouă nostru noastră noștri noastre tu te tine ție îți tău ta tăi tale voi vă vouă vostru voastră el
        ea ei ele îl îi le lui lor i l său sa săi sale se sine își dânsul dânsa acest această acești aceste acestui
        acestei acestor acesta aceasta aceștia acestea acel acea acei acele acelui acelei acelor acela aceea aici
        acolo asta ăsta care căruia căreia cărora cine ce cui unde când cum cât câtă câți câte cu de din dintre
        despre după fără în într între înainte la lângă împotriva pe pentru peste până prin printre sub spre către
        asupra contra conform potrivit și sau ori dar însă iar că să dacă deși fiindcă deoarece încât astfel deci
        precum ca decât atunci apoi tot mai foarte încă este e sunt era erau fi fost fie va vor ar aș am are au avea
        aveau aveam avut fiind suntem poate pot putea puteau putut trebuie trebuia toate toți toată tuturor alt altă
        alți alte altul fiecare cineva ceva unii unele același aceeași aceiași însuși
    """,
    snowball="romanian",
    negations="nu niciodată nimeni nimic",
)
