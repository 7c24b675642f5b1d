"""What the formats that are ZIP files inside share: members and XML, no more of either than is safe."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from summarizer.errors import InputError
from summarizer.read.gzip import most_unpacked

MAX_MEMBERS = 10_000
MAX_MEMBER = 64 * 1024**2  # bytes unpacked: no text is longer, and a tree of it takes ten times as much memory


class Zip:
    """A ZIP file in memory; nothing is written anywhere, so names of members cannot lead out of a folder."""

    def __init__(self, data: bytes, path: str) -> None:
        import zipfile  # only a packed document waits for it

        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
            raise InputError(path, "damaged, or no ZIP file inside") from error
        self._path = path
        self._left = most_unpacked(len(data))  # of all members together: many small ones make a bomb too
        if len(self._zip.infolist()) > MAX_MEMBERS:
            raise InputError(path, f"has more than {MAX_MEMBERS:,} files in it")

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    def read(self, name: str) -> bytes:
        """The unpacked bytes of a member.

        Raises
        ------
        InputError
            It is missing, damaged, encrypted, or a bomb.
        """
        try:
            info = self._zip.getinfo(name)
            limit = min(MAX_MEMBER, self._left)
            with self._zip.open(info) as member:
                data = member.read(limit + 1)
        except KeyError as error:
            raise InputError(self._path, f"damaged: {name} is missing") from error
        except RuntimeError as error:  # zipfile says so of a password
            raise InputError(self._path, f"{name} is encrypted") from error
        except Exception as error:
            raise InputError(self._path, f"{name} is damaged ({type(error).__name__})") from error
        if len(data) > limit:
            raise InputError(self._path, f"{name} unpacks to more than {limit // 1024**2} MB, or all files in it do")
        self._left -= len(data)
        return data


def parse_xml(data: bytes, path: str) -> Any:
    """The root element. No entity is expanded, nothing outside is loaded, and broken markup is read as far as it goes.

    Raises
    ------
    InputError
        It is no XML.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(data, parser) if data.strip() else None
    if root is None:
        raise InputError(path, "damaged: no XML where there should be")
    return root


def local_name(element: Any) -> str:
    """An element's name without its namespace; empty for what is no element, such as an entity that was left alone."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
