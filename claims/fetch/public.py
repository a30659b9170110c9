"""Which addresses of machines are public, and which of an intranet; names are looked up in network.py."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

_NEVER = tuple(
    map(
        ip_network,
        (
            "0.0.0.0/8", "169.254.0.0/16", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15",
            "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::/96", "::ffff:0:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23",
            "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fe80::/10", "fec0::/10", "ff00::/8",
        ),
    )
)  # fmt: skip
"""No site's own: unset, link-local (where clouds keep their secrets), tests, multicast, reserved, and forms of IPv6
that lead to an IPv4 address."""
_INTRANET = tuple(
    map(
        ip_network,
        ("10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7"),
    )
)  # fmt: skip


def refusal(text: str, *, allow_private: bool = False) -> str | None:
    """Why a machine of this address is not asked, None where it may be."""
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return "no address of a machine"
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    if _within(address, _INTRANET):
        return None if allow_private else "a private address"
    if _within(address, _NEVER) or address.is_multicast or not address.is_global:
        return "an address that is not public"
    if isinstance(address, IPv6Address) and _tunnelled(address):
        return "an address that is not public"
    return None


def _within(address: IPv4Address | IPv6Address, networks: tuple[object, ...]) -> bool:
    return any(address in network for network in networks)  # type: ignore[operator]


def _tunnelled(address: IPv6Address) -> bool:
    """Whether it is of ISATAP, which carries an IPv4 address within."""
    return address.packed[8:12] in (b"\x00\x00\x5e\xfe", b"\x02\x00\x5e\xfe")
