"""What tests read of the page over the made-up town."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any


class Page(HTMLParser):
    """Links, ids and text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.links += [given["href"] or ""] if "href" in given else []
        self.ids += [given["id"] or ""] if "id" in given else []

    def handle_data(self, data: str) -> None:
        self.text += data


def page_of(client: Any, address: str) -> Page:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.text[:500])
    return Page(answer.text)


def json_of(client: Any, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.json()


def id_of(client: Any, words: str) -> str:
    return str(json_of(client, f"/claims.json?q={words}")["claims"][0]["id"])
