"""The CPU of each stage, by whatever names the pipeline has for its stages."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from types import CodeType, FunctionType
from typing import Any

from apart import cpu_seconds


class StageClock:
    """Seconds of CPU by stage; time in a stage that another stage calls counts for the inner one only."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self._running: list[str] = []
        self._since = 0.0

    def watch(self, function: Callable[..., Any]) -> None:
        """Time every function of its package that `function` names in its code.

        A stage that yields lazily is timed where it is consumed.
        """
        module = sys.modules[function.__module__]
        package = module.__name__.partition(".")[0]
        for name in set(_names(function.__code__)):
            stage = vars(module).get(name)
            if isinstance(stage, FunctionType) and stage.__module__.partition(".")[0] == package:
                setattr(module, name, _Timed(stage, self))

    def enter(self, stage: str) -> None:
        """Time runs for `stage` from here on."""
        self._settle()
        self._running.append(stage)

    def leave(self) -> None:
        """Time runs for the stage before again, if there was one."""
        self._settle()
        self._running.pop()

    def _settle(self) -> None:
        now = cpu_seconds()
        if self._running:
            self.seconds[self._running[-1]] += now - self._since
        self._since = now


class _Timed:
    """A stage that tells the clock when it runs; to a worker process the stage itself is sent."""

    def __init__(self, stage: FunctionType, clock: StageClock) -> None:
        self.stage = stage
        self.clock = clock

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        self.clock.enter(self.stage.__name__)
        try:
            return self.stage(*arguments, **options)
        finally:
            self.clock.leave()

    def __reduce__(self) -> tuple[Any, ...]:
        return _find, (self.stage.__module__, self.stage.__name__)


def _find(module: str, name: str) -> Any:
    return getattr(import_module(module), name)


def _names(code: CodeType) -> Iterator[str]:
    """The names in the code of a function, and of the comprehensions in it."""
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)
