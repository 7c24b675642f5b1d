"""Write a file whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import tempfile


def write_whole(path: str, text: str) -> None:
    """Write `text` to `path` as UTF-8. A file that is there is replaced only when all of the text is written.

    Raises
    ------
    OSError
        The file cannot be written; what was there has not changed.
    """
    target = os.path.realpath(path)  # so that a link stays a link
    if os.path.exists(target) and not os.path.isfile(target):  # /dev/stdout, a named pipe: nothing to replace
        with open(target, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        return
    if os.path.exists(target) and not os.access(target, os.W_OK):  # a rename would replace it nevertheless
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    handle, temporary = tempfile.mkstemp(prefix=".summarize-", dir=os.path.dirname(target))
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        os.chmod(temporary, mode_for(target))
        os.replace(temporary, target)
    except BaseException:  # on Ctrl-C too, no half-written file stays behind
        os.unlink(temporary)
        raise


def mode_for(target: str) -> int:
    """Return the permissions of the file that is replaced, or those that the user's umask gives a new one."""
    try:
        return stat.S_IMODE(os.stat(target).st_mode)
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask
