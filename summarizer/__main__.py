"""`python -m summarizer` is the `summarize` command."""

from summarizer.command.summarize import main

main(prog_name="python -m summarizer")
