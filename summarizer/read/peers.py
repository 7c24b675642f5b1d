"""Which machines may be connected to while an address is followed: none that only the inside of a network can reach."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

# What speaks to the network takes a tenth of a second to import: it is imported when there is an address.
if TYPE_CHECKING:
    import socket
    from ipaddress import IPv4Address, IPv6Address

    from urllib3 import PoolManager


class Peers:
    """Decides which machines may be connected to while one typed address is followed.

    The first may be anywhere, because the user typed it. A redirect may lead to a public address, or back to the typed
    host if that is private itself. The address of the connection is judged, not the name of the host: a name may stand
    for another address the next time.
    """

    def __init__(self) -> None:
        self.is_first = self.is_typed = True
        self._typed_is_private = False
        self._connected: list[socket.socket] = []

    def check(self, connected: socket.socket) -> None:
        """Refuse the address of a machine that a redirect may not lead to."""
        from urllib3.exceptions import HTTPError

        self._connected.append(connected)
        is_private = not is_public(connected.getpeername()[0])
        if self.is_first:
            self._typed_is_private = is_private
        elif is_private and not (self.is_typed and self._typed_is_private):
            raise HTTPError("is redirected to a private address")

    def close(self) -> None:
        """End all connections, those that are being read on another thread too."""
        import socket

        for connected in self._connected:
            with suppress(OSError):
                connected.shutdown(socket.SHUT_RDWR)


def is_public(peer: str) -> bool:
    """Tell whether an address is one of the public internet, or leads to one that is."""
    import ipaddress

    address = ipaddress.ip_address(peer.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        packed_in_it = _packed_in(address)
        if packed_in_it is None:  # only this eighth of the addresses is given out
            return address in ipaddress.ip_network("2000::/3") and address.is_global
        address = packed_in_it
    return address.is_global and not (address.is_multicast or address.is_reserved)


def _packed_in(address: IPv6Address) -> IPv4Address | None:
    """Find the IPv4 address that a gateway or a tunnel makes of an IPv6 address; None where it makes none."""
    import ipaddress

    translated = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("::/96"))
    is_isatap = (int(address) >> 32) & 0xFDFFFFFF == 0x5EFE  # noqa: PLR2004 (RFC 5214)
    if is_isatap or any(address in network for network in translated):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]


def pool_manager(check: Callable[[socket.socket], None]) -> PoolManager:
    """Make a pool of connections; `check` is given each before anything is sent."""
    from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
    from urllib3.connection import HTTPConnection, HTTPSConnection

    def check_peer(connection: HTTPConnection) -> None:
        try:
            check(connection.sock)
        except BaseException:
            connection.close()
            raise

    class Plain(HTTPConnection):
        def connect(self) -> None:
            super().connect()
            check_peer(self)

    class Secure(HTTPSConnection):
        def connect(self) -> None:
            super().connect()
            check_peer(self)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    manager = PoolManager()
    manager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}
    return manager
