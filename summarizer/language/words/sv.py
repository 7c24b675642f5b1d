"""Swedish."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection_rank=8,
    detection="och att det som en på är av för med den till har inte om ett sig från var",
    function_words="""
        en ett den det de jag mig min mitt mina vi oss vår vårt våra du dig din ditt dina ni er ert era han honom
        hans hon henne hennes dess dem deras man sig sin sitt sina själv själva denna denne detta dessa här där
        sådan sådant sådana som vem vad vilken vilket vilka vars var vart när varför hur av bakom bland efter enligt
        framför från för före genom hos i inom kring längs med mellan mot om ovan omkring på runt sedan till trots
        under ur utan utanför vid via åt över och eller men samt att eftersom därför medan fast så även också då än
        ju nu mycket dock redan är varit vara vore har hade haft ha blir blev blivit bli ska skall skulle kan kunde
        kunnat måste får fick fått få vill ville bör borde må lär all allt alla annan annat andra varje någon något
        några båda egen eget egna samma
    """,
    snowball="swedish",
    negations="inte ingen inga inget aldrig icke",
    furniture="""
        prenumerera, prenumerant, nyhetsbrev, kommentarer, annons, läs mer, läs också, läs även, logga in
    """,
    end_headings="läs också, läs även, läs mer, kommentarer",
    link_leads="läs mer",
    interruptions="annons",
    site_words="läsare kommentar",
    comment_words="kommentarer",
    related_words="läs",
)
