"""Everything that can go wrong for a reason a user can act on.

SummarizerError                 catch-all for callers; str() is one line fit for a terminal
  InputError                    a document cannot be used: .source, .reason
    EmptyInputError             nothing is left to summarize
    LimitError                  a document would cost more than it may: .limit
  OptionError                   a setting is out of range: .name, .value, .allowed (also a ValueError)
  ConvergenceError              power iteration did not settle: .n_iterations, .residual
  MissingExtraError             a format or engine needs an optional package: .package, .extra
  EvidenceError                 a page is asked for whose articles were not kept
  WorkerDiedError               the process that worked on a topic ended before it was done
  ResumeError                   what an interrupted run left does not go with this one: .path, .reason
  ClusterError                  a Dask cluster cannot do this work
"""

from __future__ import annotations


class SummarizerError(Exception):
    """Base of all errors raised on purpose; its text is one line for a person, fit for a terminal."""

    def __init__(self, message: str) -> None:
        super().__init__("".join(char if char.isprintable() else "\ufffd" for char in message))

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), str(self), self.__dict__)  # from a worker: its class takes other arguments


def _rebuild(kind: type[SummarizerError], message: str, fields: dict[str, object]) -> SummarizerError:
    error = kind.__new__(kind, message)
    error.__dict__.update(fields)
    return error


class InputError(SummarizerError):
    """An input cannot be used."""

    def __init__(self, source: str, reason: str) -> None:
        self.source = source
        self.reason = reason
        super().__init__(f"{source}: {reason}" if source else reason)


class EmptyInputError(InputError):
    """Nothing that could be summarized was found in any input."""


class LimitError(InputError):
    """An input is larger, deeper or slower than the limits allow; `limit` names the one that was crossed."""

    def __init__(self, source: str, what: str, limit: str) -> None:
        self.limit = limit
        super().__init__(source, f"{what} (limit {limit})")


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


class MissingExtraError(SummarizerError):
    """A format or engine needs a package that is not installed."""

    def __init__(self, feature: str, package: str, extra: str) -> None:
        self.package = package
        self.extra = extra
        super().__init__(f"{feature} needs the package {package}: pip install 'summarizer[{extra}]'")


class EvidenceError(SummarizerError):
    """A page, or reasons, were asked for, but what the briefing was chosen from was not kept."""

    def __init__(self) -> None:
        super().__init__(
            "this briefing holds no evidence: it was read from JSON, or made with evidence=False; summarize again"
        )


class WorkerDiedError(SummarizerError):
    """A process ended before the work it had been given was done."""


class ResumeError(SummarizerError):
    """What an interrupted run left behind does not go with this run."""

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}")


class ClusterError(SummarizerError):
    """A cluster cannot do this work: it has no workers, or they would not write what this machine would."""
