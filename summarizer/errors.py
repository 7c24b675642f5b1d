"""Everything that can go wrong for a reason a user can act on.

SummarizerError                 base class, to catch them all; str() is one line fit for a terminal
  InputError                    an input cannot be used: .source, .reason
    EmptyInputError             nothing is left to summarize
    LimitError                  an input costs more than the limits allow: .limit
  OptionError                   a setting is out of range: .name, .value, .allowed (also a ValueError)
  ConvergenceError              power iteration did not settle: .n_iterations, .residual
  MissingExtraError             a format or engine needs an optional package: .package, .extra
  EvidenceError                 --explain or the HTML page needs articles that the briefing does not hold
  WorkerDiedError               a process ended before its work was done
  ResumeError                   what an interrupted run left behind cannot be continued: .path, .reason
  ClusterError                  a Dask cluster cannot be reached, or cannot do the work
"""

from __future__ import annotations

# What each extra of pyproject.toml installs; a test holds the two equal. It stands here because metadata is not always
# at hand: a cluster's worker may run this package from a folder.
EXTRAS = {
    "pdf": ("pypdf>=7.1.1",),
    "zstd": ("zstandard>=0.22",),
    "distributed": ("distributed>=2026.1.1", "dask[dataframe]>=2026.1.1"),
}


class SummarizerError(Exception):
    """Base class of all errors raised on purpose; the message is one line, fit for a terminal."""

    def __init__(self, message: str) -> None:
        super().__init__("".join(char if char.isprintable() else "\ufffd" for char in message))

    def __reduce__(self) -> tuple[object, ...]:
        # Exception would call the class with the message alone when an error comes from a worker process.
        return _rebuild, (type(self), str(self), self.__dict__)


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
    """An input is larger, deeper or slower than the limits allow; `limit` is the field of `Limits` that says so."""

    def __init__(self, source: str, excess: str, limit: str) -> None:
        self.limit = limit
        super().__init__(source, f"{excess} (limit {limit})")


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
    """A format or engine needs a package that is not installed; `extra` is the key of `EXTRAS` that brings it.

    The command in the message installs what the extra requires, not the extra: that is right whether this package came
    from a clone, a wheel or an index, and under whatever name an index may have it.
    """

    def __init__(self, feature: str, package: str, extra: str) -> None:
        self.package = package
        self.extra = extra
        requirements = " ".join(f"'{requirement}'" for requirement in EXTRAS[extra])
        super().__init__(f"{feature} needs the package {package}: pip install {requirements}")


class EvidenceError(SummarizerError):
    """The HTML page or the reasons (`explain`) were asked for, but the briefing does not hold its articles."""

    def __init__(self) -> None:
        super().__init__(
            "this briefing holds no evidence: it was read from JSON, or made with evidence=False; summarize again"
        )


class WorkerDiedError(SummarizerError):
    """A worker process ended before its work was done: killed from outside, or for want of memory."""


class ResumeError(SummarizerError):
    """An interrupted run cannot be continued: it had other topics or options, or its results are damaged."""

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}")


class ClusterError(SummarizerError):
    """A Dask cluster cannot be reached, has no workers or other versions than this machine, or failed at its work."""


def os_error_reason(error: OSError) -> str:
    """Say what the system refused, in lower case and without the path: "no such file or directory"."""
    return (error.strerror or str(error)).lower()
