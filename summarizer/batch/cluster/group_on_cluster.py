"""Group articles to topics on a Dask cluster, by its P2P shuffle: it works on disk and survives the death of a worker.

The topics are written to files before any is summarized, so that a worker that dies over a topic costs no shuffle.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from summarizer.batch.cluster.map_on_cluster import take_as_done
from summarizer.batch.compressed_streams import open_decompressed
from summarizer.batch.group_articles import make_topic, name_article
from summarizer.batch.read_topics import read_lines
from summarizer.batch.remote_files import fingerprint, join, list_folder, make_folder, write_at_once
from summarizer.batch.topic_entry import TopicEntry, dump_entry, load_entry
from summarizer.errors import ClusterError, MissingExtraError, ResumeError

if TYPE_CHECKING:
    from distributed import Client

GROUPED_FOLDER = "_topics"
_DONE = "done.json"


def group_on_cluster(client: Client, sources: Sequence[str], key: str, folder: str) -> list[str]:
    """Group the articles of some files, and return as many files of topics; an earlier run's are taken as they are.

    A topic goes to a file by the hash of its name. In a file, topics stand in the order of first appearance, and the
    articles of each in the order of the input.

    Raises
    ------
    ClusterError
        Grouping failed on the cluster.
    MissingExtraError
        Dask's data frames are not installed.
    ResumeError
        An earlier run has grouped other files, or these before they changed, or by another key.
    """
    targets = [join(folder, f"{number:05}.jsonl") for number in range(len(sources))]
    made_of = {"sources": {source: fingerprint(source) for source in sources}, "key": key}
    if _DONE in list_folder(folder):
        with open_decompressed(join(folder, _DONE)) as stream:
            if json.load(stream) != made_of:
                raise ResumeError(folder, "topics of other articles; delete the folder, or resume with the same input")
        return targets
    make_folder(folder)
    frames = _shuffle(sources, key).to_delayed()
    futures = client.compute(
        [_delayed(write_topics)(frame, target) for frame, target in zip(frames, targets, strict=True)]
    )
    for future in take_as_done(client, futures):
        if error := future.exception():
            raise ClusterError(f"the articles could not be grouped: {error}") from error
    with write_at_once(join(folder, _DONE)) as stream:
        stream.write(json.dumps(made_of).encode())
    return targets


def read_articles(number_and_source: tuple[int, str], key: str) -> Any:
    """Read the articles of a file as a data frame: the name of its topic, where it stood, and itself."""
    import pandas as pd

    number, source = number_and_source
    named = (name_article(line, key) for line in read_lines([source]))
    rows = [
        (name if name is not None else f"!{article.where}", number, row, dump_entry(article))
        for row, (name, article) in enumerate(named)
    ]
    return pd.DataFrame(rows, columns=list(_COLUMNS)).astype(_COLUMNS)


_COLUMNS = {"name": "string[pyarrow]", "file": "int64", "row": "int64", "entry": "string[pyarrow]"}


def write_topics(frame: Any, target: str) -> None:
    """Write the topics whose articles are in a data frame, one a line."""
    articles: dict[str, list[TopicEntry]] = {}
    for name, entry in frame.sort_values(["file", "row"])[["name", "entry"]].itertuples(index=False):
        articles.setdefault(name, []).append(load_entry(entry))
    with write_at_once(target) as stream:
        for name, members in articles.items():
            topic = make_topic(None if name.startswith("!") else name, members)
            stream.write(f"{dump_entry(topic)}\n".encode())


def read_grouped_topics(source: str) -> Iterator[TopicEntry]:
    """Read the topics that `write_topics` wrote."""
    with open_decompressed(source) as lines:
        yield from map(load_entry, lines)


def _shuffle(sources: Sequence[str], key: str) -> Any:
    try:
        import dask.dataframe as dd
        import pandas as pd
    except ImportError as error:
        raise MissingExtraError("grouping on a cluster", "dask[dataframe]", "distributed") from error
    meta = pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in _COLUMNS.items()})
    frame = dd.from_map(read_articles, list(enumerate(sources)), key=key, meta=meta)
    return frame.shuffle("name", npartitions=len(sources), shuffle_method="p2p")


def _delayed(function: Any) -> Any:
    import dask

    return dask.delayed(function, pure=False)
