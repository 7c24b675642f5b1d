"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import tempfile


def write_whole(path: str, text: str) -> None:
    """Write `text` to `path` as UTF-8; until all of it is on the disk, what stood there stays.

    Raises
    ------
    OSError
        It cannot be written; nothing was changed.
    """
    target = os.path.realpath(path)  # a link stays a link
    if os.path.exists(target) and not os.path.isfile(target):  # /dev/stdout, a named pipe: nothing to replace
        with open(target, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        return
    if os.path.exists(target) and not os.access(target, os.W_OK):  # replacing it would not ask
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    handle, temporary = tempfile.mkstemp(prefix=".summarize-", dir=os.path.dirname(target))
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        os.chmod(temporary, mode_for(target))
        os.replace(temporary, target)
    except BaseException:  # Ctrl-C too: no half-written file stays behind
        os.unlink(temporary)
        raise


def mode_for(target: str) -> int:
    """The permissions of the file that is replaced, else what the user's umask gives a new one."""
    try:
        return stat.S_IMODE(os.stat(target).st_mode)
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask
