"""The connection to a Dask cluster, and the check that its workers have what this machine has."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import CancelledError
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from summarizer.errors import ClusterError, MissingExtraError

if TYPE_CHECKING:
    from distributed import Client

CONNECT_SECONDS = 30
_PACKAGE = "summarizer"


@contextmanager
def connect(address: str) -> Iterator[Client]:
    """Give a client of the cluster, once its workers are known to write the same briefings as this machine.

    Raises
    ------
    ClusterError
        No scheduler answers, or it stops answering; there is no worker, or one has other versions.
    """
    distributed = import_distributed()
    for name in ("distributed", "distributed.client"):  # each has a level of its own
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what the user must know is raised
    try:
        client = distributed.Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(f"no Dask scheduler answers at {address}: {error}") from error
    with client:
        check_workers(client)
        try:
            yield client
        except (distributed.comm.CommClosedError, CancelledError) as error:
            reason = f"the scheduler at {address} has gone; when it is back, --resume goes on"
            raise ClusterError(reason) from error


def check_workers(client: Client) -> None:
    """Check that all workers have this package, and those it computes with, in the same versions as this machine.

    A worker that joins later compares its version of this package when it gets a file (`summarize_part`).

    Raises
    ------
    ClusterError
        A worker has other versions, or there is no worker.
    """
    try:
        client.wait_for_workers(1, timeout=CONNECT_SECONDS)
    except TimeoutError as error:
        raise ClusterError(f"no worker has joined the scheduler within {CONNECT_SECONDS} seconds") from error
    find_versions = _make_find_versions()
    here = find_versions()
    scheduler = client.run_on_scheduler(find_versions)
    _compare("the scheduler", {_PACKAGE: scheduler[_PACKAGE]}, here)  # it unpickles the tasks, and computes nothing
    for worker, there in client.run(find_versions).items():
        _compare(f"worker {worker}", there, here)


def import_distributed() -> Any:
    """Return the package `distributed`.

    Raises
    ------
    MissingExtraError
        It is not installed.
    """
    try:
        import distributed
    except ImportError as error:
        raise MissingExtraError("a Dask cluster", "distributed", "distributed") from error
    return distributed


def _compare(who: str, there: Mapping[str, str | None], here: Mapping[str, str | None]) -> None:
    for package, version in there.items():
        if version is None:
            # No command is named: an index has another project called summarizer, and this one may come from a clone.
            raise ClusterError(
                f"{who} has no {package}; install there what is installed here, {package} {here[package]}"
            )
        if version != here[package]:
            difference = f"{who} has {package} {version} and this machine {here[package]}"
            raise ClusterError(f"{difference}; briefings would differ: install the same on both")


def _make_find_versions() -> Callable[[], dict[str, str | None]]:
    """Make a function that pickles by value, as nested ones do: it must run where this package is missing."""

    def find_versions() -> dict[str, str | None]:
        from importlib.metadata import PackageNotFoundError, version

        def version_of(package: str) -> str | None:
            try:
                if package == "summarizer":
                    from summarizer.version import VERSION

                    return VERSION
                return version(package)
            except (ImportError, PackageNotFoundError):
                return None

        packages = ("summarizer", "numpy", "scipy", "scikit-learn", "nltk", "PyStemmer", "lxml")
        return {package: version_of(package) for package in packages}

    return find_versions
