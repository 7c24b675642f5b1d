"""Everything that can go wrong for a reason a user can act on.

SummarizerError                 catch-all for callers; str() is one line fit for a terminal
  InputError                    a document cannot be used: .source, .reason
    EmptyInputError             nothing is left to summarize
  OptionError                   a setting is out of range: .name, .value, .allowed (also a ValueError)
  ConvergenceError              power iteration did not settle: .n_iterations, .residual
  WorkerError                   a process that shared the work was ended from outside: .jobs
"""

from __future__ import annotations


class SummarizerError(Exception):
    """Base of all errors raised on purpose; its text is one line for a person."""


class InputError(SummarizerError):
    """An input cannot be used."""

    def __init__(self, source: str, reason: str) -> None:
        self.source = source
        self.reason = reason
        message = f"{source}: {reason}" if source else reason
        super().__init__("".join(char if char.isprintable() else "\ufffd" for char in message))


class EmptyInputError(InputError):
    """Nothing that could be summarized was found in any input."""


class OptionError(SummarizerError, ValueError):
    """An option has a value outside its range."""

    def __init__(self, name: str, value: object, allowed: str) -> None:
        self.name = name
        self.value = value
        self.allowed = allowed
        super().__init__(f"{name} is {value!r}; it must be {allowed}")


class ConvergenceError(SummarizerError):
    """Power iteration did not reach its tolerance."""

    def __init__(self, n_iterations: int, residual: float) -> None:
        self.n_iterations = n_iterations
        self.residual = residual
        super().__init__(
            f"centrality did not settle in {n_iterations} iterations (residual {residual:.1e}); use centrality='degree'"
        )


class WorkerError(SummarizerError):
    """A process that shared the work was ended from outside, as happens where memory runs out."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        super().__init__(f"one of {jobs} worker processes was ended from outside, perhaps for memory; use fewer jobs")
