"""Which network addresses may be connected to.

A page, or a redirect, must not make this machine ask its own network (a router, a cloud's metadata service) for
anything: loopback, private, link-local, shared, multicast and reserved addresses are refused, also when they hide
inside an IPv6 address.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_NAT64 = IPv6Network("64:ff9b::/96")
"""RFC 6052: the last 32 bits are an IPv4 address."""
_REFUSED = (
    IPv6Network("::/96"),  # RFC 4291: IPv4-compatible, out of use; holds :: and ::1 too
    IPv6Network("64:ff9b:1::/48"),  # RFC 8215: translation inside one's own network
    IPv6Network("100::/64"),  # RFC 6666: discard only
    IPv6Network("2001::/32"),  # RFC 4380: Teredo, a tunnel to an address that is not shown
    IPv6Network("fec0::/10"),  # RFC 3879: site-local, out of use
)


def is_public(address: str) -> bool:
    """Whether an address is one of the open internet.

    Args:
        address: IPv4 or IPv6, as a resolver gives it; a zone ("%eth0") makes it local.

    Returns:
        False for everything that is not a public unicast address, and for what is no address at all.
    """
    if "%" in address:
        return False
    try:
        found = ip_address(address)
    except ValueError:
        return False
    inner = _inner(found)
    if inner is not None:
        return _public(inner)
    return _public(found)


def _inner(address: IPv4Address | IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for, if it does."""
    if isinstance(address, IPv4Address):
        return None
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def _public(address: IPv4Address | IPv6Address) -> bool:
    if not address.is_global or address.is_multicast or address.is_reserved or address.is_unspecified:
        return False
    return not (isinstance(address, IPv6Address) and any(address in network for network in _REFUSED))
