"""Which addresses may be asked, and how they are shown."""

from __future__ import annotations

import pytest

from claims.fetch.addresses import shown_address, web_address, without_secrets
from claims.fetch.model import FetchError


@pytest.mark.parametrize(
    "written,what",
    [
        ("ftp://gazette.example/a", "an address of ftp"),
        ("file:///etc/passwd", "an address of file"),
        ("gopher://gazette.example/", "an address of gopher"),
        ("https:///a", "an address without a host"),
        ("https://sam:secret@gazette.example/a", "a user or a password"),
        ("https://gazette.example@harlen.example/a", "a user or a password"),
        ("https://gazette.example:25/a", "port 25"),
        ("https://gazette.example:6379/a", "port 6379"),
        ("https://gazette.example:99999/a", "no address"),
        ("http://2130706433/", "a number that hides which host it is"),
        ("http://0x7f000001/", "a number that hides which host it is"),
        ("http://0x7f.0.0.1/", "a number that hides which host it is"),
        ("http://0177.0.0.1/", "a number that hides which host it is"),
        ("http://017700000001/", "a number that hides which host it is"),
        ("http://127.1/", "a number that hides which host it is"),
        ("http://１２７.1/", "a number that hides which host it is"),
        ("http://[fe80::1%25eth0]/", "one machine's own network"),
        ("http://gaz ette.example/", "a host's name that cannot be"),
        ("http://gazette..example/", "a host's name that cannot be"),
        ("http://[::1/", "no address"),
        ("http://gazette.example\\@harlen.example/", "no address"),
        ("http://gazette.example/a\x00b", "no address"),
    ],
)
def test_an_address_that_may_not_be_asked_says_why(written: str, what: str) -> None:
    """Each before anything is looked up."""
    with pytest.raises(FetchError) as error:
        web_address(written)
    assert what in error.value.what


@pytest.mark.parametrize(
    "written,url",
    [
        ("HTTPS://Gazette.Example./a#top", "https://gazette.example/a"),
        ("https://gazette.example", "https://gazette.example/"),
        ("https://gazette.example:443/a", "https://gazette.example/a"),
        ("http://gazette.example:8080/a", "http://gazette.example:8080/a"),
        ("https://gazette.example/ä b?x=ü", "https://gazette.example/%C3%A4%20b?x=%C3%BC"),
        ("https://gazette.example/a%20b?q=1%262", "https://gazette.example/a%20b?q=1%262"),
        ("https://zeitung-mühle.example/", "https://xn--zeitung-mhle-llb.example/"),
        ("http://[2001:4860:4860::8888]/a", "http://[2001:4860:4860::8888]/a"),
    ],
)
def test_an_address_is_made_plain(written: str, url: str) -> None:
    """As it is asked: in ASCII, without fragment and the scheme's own port."""
    assert web_address(written).url == url


@pytest.mark.parametrize(
    "written,shown",
    [
        ("https://sam:secret@gazette.example/a", "https://gazette.example/a"),
        ("https://gazette.example/f?token=abc&id=3", "https://gazette.example/f?token=***&id=3"),
        (
            "https://gazette.example/f?X-Amz-Signature=abc",
            "https://gazette.example/f?X-Amz-Signature=***",
        ),
        ("https://gazette.example/f?key=0123456789abcdef", "https://gazette.example/f?key=***"),
        ("https://gazette.example/f?key=harbour", "https://gazette.example/f?key=harbour"),
        ("https://gаzette.example/a", "https://xn--gzette-3nf.example/a"),
    ],
)
def test_an_address_is_shown_without_its_secrets(written: str, shown: str) -> None:
    """Nor does a letter of another script make one host look like another."""
    assert shown_address(written) == shown


def test_an_article_keeps_neither_secrets_nor_who_sent_the_reader() -> None:
    """What chooses the article stays."""
    written = "https://gazette.example/a?id=3&access_token=x&utm_source=mail&fbclid=1&p=2"
    assert without_secrets(written) == "https://gazette.example/a?id=3&p=2"
