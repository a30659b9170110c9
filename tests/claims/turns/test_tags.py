"""The few words beside a quotation that say whose it is."""

from __future__ import annotations

import pytest

from claims.turns.tags import tag_at


def _who(text: str) -> str | None:
    tag = tag_at(text, 0, len(text))
    return tag and text[slice(*tag.who)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (" said Orr.", "Orr"),
        (" shouted a man at the back.", "a man at the back"),
        (" asked the coroner, Dr. Maeve Tully.", "the coroner, Dr. Maeve Tully"),
        (" said athletic director Lynette Orr.", "athletic director Lynette Orr"),
        (" union steward Lynette Orr said", "union steward Lynette Orr"),
        (" co-founder Lynette Orr said", "co-founder Lynette Orr"),
        (" said lockkeeper Lynette Orr.", "lockkeeper Lynette Orr"),
        (" said villager Lynette Orr.", "villager Lynette Orr"),
        (" whistleblower Lynette Orr said", "whistleblower Lynette Orr"),
        (" said former backbencher Lynette Orr.", "former backbencher Lynette Orr"),
        (" said van Dyk.", "van Dyk"),
    ],
)
def test_a_tag_names_who_speaks_with_the_office_before_the_name(text: str, who: str) -> None:
    assert _who(text) == who


@pytest.mark.parametrize(
    "text",
    [
        " said outside Tarn.",
        " told reporters Monday.",
        " whispered behind Holm.",
        " during Tuesday said",
        " making Holm said",
    ],
)
def test_other_small_words_before_a_name_make_no_tag(text: str) -> None:
    assert _who(text) is None
