"""Words that no one language owns: abbreviations that papers everywhere use, and names with a mark in them."""

# Abbreviations of every language, without their last stop.
SHARED_ABBREVIATIONS = frozenset("dr prof st ca co corp inc ltd jr sr gen col lt sen mr mrs ms vs al".split())

# After these no sentence ends in a language that has no such list of its own.
SHARED_NEVER_LAST = ("Mr", "Mrs", "Ms", "Dr", "Prof", "vs")

# Names that end in "!": it ends a sentence no more than the stop of "Inc." does.
EXCLAIMED_NAMES = frozenset("yahoo jeopardy wham panic".split())

# "Yahoo.Com", "Node.Js": no stop with a forgotten space.
DOMAIN_ENDINGS = frozenset("com org net edu gov info co uk eu io ai js".split())
