"""The JSON of every address as JSON Schema; the rows in it stand in schemas.py."""

from __future__ import annotations

from cli.formats.tables import SCHEMA
from cli.web.schemas import COUNT, SPEAKER, TEXT, TEXT_OR_NULL, Schema, maybe, ref, several, whole


def _listed(name: str, row: str, **others: Schema) -> dict[str, Schema]:
    return {"query": TEXT, name: several(ref(row)), **others}


NEXT = {"next": TEXT_OR_NULL}
DOCUMENTS: dict[str, dict[str, Schema]] = {
    "home": {
        **dict.fromkeys(("claims", "articles", "waiting"), COUNT),
        "speakers": several(ref("speaker_row")),
        "propositions": several(ref("proposition_row")),
    },
    "about": {"waiting": COUNT},
    "claims": _listed(
        "claims", "claim_row", total=COUNT, **NEXT,
        facets={"type": "object", "additionalProperties": several(whole({"value": TEXT, "claims": COUNT}))},
    ),
    "claim": {
        "claim": ref("claim_row"),
        "why": {"type": "object"},
        "proposition": maybe(ref("proposition_row")),
        "against": several(ref("claim_row")),
        "decisions": several(ref("decision_row")),
        "citation": TEXT,
    },
    "check": _listed("propositions", "proposition_row", total=COUNT, **NEXT),
    "proposition": {
        "proposition": ref("proposition_row"),
        "against": several(whole({"reason": TEXT, "proposition": ref("proposition_row")})),
    },
    "speakers": _listed("speakers", "speaker_row", **NEXT),
    "speaker": {
        "speaker": whole(
            {
                **SPEAKER,
                "names": several({"type": "object"}),
                "roles": several(whole({"office": TEXT, "from": TEXT_OR_NULL, "to": TEXT_OR_NULL})),
                "changes": several(whole(dict.fromkeys(("before", "after", "reason"), TEXT))),
            }
        ),
        "claims": several(ref("claim_row")),
        "together": several(ref("claim_row")),
        **NEXT,
    },
    "articles": _listed("articles", "article_row", total=COUNT, **NEXT),
    "article": {
        "article": ref("article_read"),
        "copy_of": maybe(ref("article_row")),
        "copies": several(ref("article_row")),
        "left_out": COUNT,
    },
    "outlets": _listed("outlets", "outlet_row"),
    "audit": _listed("figures", "audit_row"),
}  # fmt: skip
"""The keys of each view's document, beside the number of the schema."""


def document(name: str) -> Schema:
    """The schema of a view's JSON."""
    keys = {"schema": {"const": SCHEMA}, **DOCUMENTS[name]}
    return whole(keys, optional=("facets",))
