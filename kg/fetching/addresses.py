"""Which hosts may be reached: those of the public internet, and networks that were named.

A name is resolved once, all its addresses are checked, and the connection goes to one that was checked: a name that
leads elsewhere a moment later leads nowhere.
"""

import ipaddress
import socket
from collections.abc import Iterator, Sequence

from kg.errors import Refused, UsageError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")  # NAT64 (RFC 6052): an IPv4 address stands in its last four bytes


def network(printed: str) -> Network:
    """A network as people write it (``127.0.0.0/8``); raises :class:`kg.errors.UsageError`."""
    try:
        return ipaddress.ip_network(printed, strict=False)
    except ValueError:
        raise UsageError(
            f"expected an address or a network such as 127.0.0.1 or 10.0.0.0/8, found {printed!r}"
        ) from None


def reachable(host: str, port: int, allowed: Sequence[Network] = ()) -> str:
    """An address of ``host`` that may be reached; raises :class:`kg.errors.Refused` if any of its addresses may not."""
    try:
        found = sorted({str(each[4][0]) for each in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)})
    except (OSError, UnicodeError) as error:
        raise Refused(f"expected a host that has an address, found none for {host!r} ({error})") from None
    for address in found:
        if not is_open(ipaddress.ip_address(address.partition("%")[0]), allowed):
            raise Refused(
                f"expected a host of the public internet, found {host} at {address}, a private address; name its "
                "network with --allow-private if you mean it"
            )
    return min(found, key=lambda address: (":" in address, address))  # IPv4 first: it is everywhere


def is_open(address: Address, allowed: Sequence[Network] = ()) -> bool:
    """Whether an address, and each that is hidden in it, is public or in a network that was named.

    >>> is_open(ipaddress.ip_address("::ffff:10.0.0.1")), is_open(ipaddress.ip_address("1.1.1.1"))
    (False, True)
    """
    if any(address in each for each in allowed if each.version == address.version):
        return True
    return all(each.is_global and not each.is_multicast for each in (address, *_hidden(address)))


def _hidden(address: Address) -> Iterator[Address]:
    """The IPv4 addresses that an IPv6 address stands for."""
    if isinstance(address, ipaddress.IPv6Address):
        if address in _TRANSLATED:
            yield ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        for each in (address.ipv4_mapped, address.sixtofour, *(address.teredo or ())):
            if each is not None:
                yield each
