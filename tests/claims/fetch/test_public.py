"""Which machines are asked: public ones, and those of an intranet where the user says so."""

from __future__ import annotations

import pytest

from claims.fetch.public import refusal

PRIVATE = (
    "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "127.0.0.1", "127.255.255.254", "100.64.0.1", "::1",
    "fc00::1", "fd12:3456::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:7f00:1",
)  # fmt: skip
NEVER = (
    "0.0.0.0", "0.1.2.3", "169.254.169.254", "::ffff:169.254.169.254", "192.0.0.8", "192.0.2.1", "198.18.0.1",
    "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "192.88.99.1",
    "::", "::127.0.0.1", "::ffff:0:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::10.0.0.1", "64:ff9b:1::1",
    "2002:7f00:1::1", "2002:c0a8:101::", "2001:0:4136:e378::1", "2001:db8::1", "3fff::1", "5f00::1", "fe80::1",
    "fe80::1%eth0", "fec0::1", "ff02::1", "100::1", "2600::5efe:10.0.0.1", "2600::200:5efe:10.0.0.1", "no address",
)  # fmt: skip
PUBLIC = (
    "8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2001:4860:4860::8888", "2606:4700::1111", "::ffff:8.8.8.8",
)  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_a_private_machine_is_asked_only_where_that_is_allowed(address: str) -> None:
    """In every form in which its address can be written."""
    assert refusal(address) == "a private address"
    assert refusal(address, allow_private=True) is None


@pytest.mark.parametrize("address", NEVER)
def test_some_addresses_are_never_asked(address: str) -> None:
    """Not even on an intranet: clouds answer secrets there, and no site has them."""
    assert refusal(address) and refusal(address, allow_private=True)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_machine_is_asked(address: str) -> None:
    """Of both kinds of address."""
    assert refusal(address) is None
