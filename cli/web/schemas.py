"""Rows as JSON Schema, those of the commands (docs/format.md); which address answers with what stands in
documents.py."""

from __future__ import annotations

from typing import Any, get_args

from claims.rules.vocabulary import KINDS, LABELS, SAYINGS, SPEAKER_KINDS, STANCES, STATUSES, Role
from cli.formats.tables import SCHEMA
from cli.rows.article_read import How, Voice

Schema = dict[str, Any]
ROLES = get_args(Role)
TEXT: Schema = {"type": "string"}
TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
FLAG: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer", "minimum": 0}
COUNT_OR_NULL: Schema = {"type": ["integer", "null"], "minimum": 0}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
TEXTS: Schema = {"type": "array", "items": TEXT}


def ref(name: str) -> Schema:
    """A part by its name."""
    return {"$ref": f"#/components/schemas/{name}"}


def several(items: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": items}


def maybe(schema: Schema) -> Schema:
    """The same, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def one_of(values: Any) -> Schema:
    """A closed list of words."""
    return {"type": "string", "enum": list(values)}


def whole(properties: dict[str, Schema], *, optional: tuple[str, ...] = ()) -> Schema:
    """An object of which every key is there, but for optional ones; others may be added within a
    schema."""
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required}


SPANS = several({"type": "array", "items": COUNT, "minItems": 2, "maxItems": 2})
_SAID = dict.fromkeys(("said_on", "said_on_precision"), TEXT_OR_NULL)
_CLAIM: dict[str, Schema] = {
    **dict.fromkeys(("id", "article", "doc", "mention", "quote", "cue_text"), TEXT),
    **dict.fromkeys(("outlet", "wire", "published", "url", "speaker", "named", "via"), TEXT_OR_NULL),
    **_SAID,
    **dict.fromkeys(("channel", "venue", "audience"), TEXT_OR_NULL),
    "speaker_kind": one_of(SPEAKER_KINDS),
    "members": TEXTS,
    "chain": TEXTS,
    "kind": one_of(KINDS),
    "saying": one_of(SAYINGS),
    "stance": one_of(STANCES),
    "polarity": one_of(("positive", "negative")),
    **dict.fromkeys(("hedged", "nested", "added", "found", "label_decided"), FLAG),
    "label": maybe(one_of(LABELS)),
    "confidence": SHARE,
    **dict.fromkeys(("cue", "source", "content"), SPANS),
    "spans": several(
        whole({"part": one_of(("cue", "source", "content")), "start": COUNT, "end": COUNT, "text": TEXT_OR_NULL})
    ),
    "unit": {"const": "codepoint"},
    "status": one_of(STATUSES),
    **dict.fromkeys(("reviewer", "reviewed_at", "note"), TEXT_OR_NULL),
    "machine": maybe({"type": "object"}),
}  # fmt: skip
SPEAKER: dict[str, Schema] = {
    "id": TEXT,
    "name": TEXT,
    "kind": one_of(SPEAKER_KINDS),
    "aliases": TEXTS,
    "affiliation": TEXT_OR_NULL,
    **dict.fromkeys(("claims", "articles", "outlets"), COUNT),
    **dict.fromkeys(("first", "last"), TEXT_OR_NULL),
}
_ARTICLE: dict[str, Schema] = {
    **dict.fromkeys(("id", "doc"), TEXT),
    **dict.fromkeys(("title", "outlet", "wire", "published", "read_by", "copy_of"), TEXT_OR_NULL),
    **dict.fromkeys(("claims", "reviewed", "copies"), COUNT),
    "share": maybe(SHARE),
}
VOICE = one_of(get_args(Voice))
_READ: dict[str, Schema] = {
    **dict.fromkeys(("id", "title", "outlet", "wire", "published", "url"), TEXT_OR_NULL),
    **dict.fromkeys(("doc", "text"), TEXT),
    "byline": TEXTS,
    "unit": {"const": "codepoint"},
    "sentences": several(
        whole({"start": COUNT, "end": COUNT, "voice": VOICE, "claims": several(COUNT)})
    ),
    "claims": several(ref("vouched_row")),
}
_AGAINST: dict[str, Schema] = {
    "how": one_of(get_args(How)),
    **dict.fromkeys(("id", "doc", "mention", "quote", "proposition", "reason"), TEXT),
    **dict.fromkeys(("outlet", "published", "speaker"), TEXT_OR_NULL),
    "stance": one_of(STANCES),
    "members": TEXTS,
}
_OF_CLAIM = (
    "speaker",
    "speaker_kind",
    "mention",
    "members",
    "chain",
    "quote",
    "cue_text",
    "kind",
    "stance",
    "polarity",
    "hedged",
    "nested",
    "confidence",
    "status",
    "content",
    "cue",
    "source",
    "label",
)
_VOUCHED: dict[str, Schema] = {
    "id": TEXT_OR_NULL,
    "sentence": COUNT,
    "voice": VOICE,
    **{name: _CLAIM[name] for name in _OF_CLAIM},
    "proposition": TEXT_OR_NULL,
    "role": maybe(one_of(ROLES)),
    "decided": TEXTS,
    **dict.fromkeys(("named", "contested"), maybe(FLAG)),
    **dict.fromkeys(("min", "max", "outlets"), COUNT_OR_NULL),
    "against": several(whole(_AGAINST)),
}  # fmt: skip
_MEMBER: dict[str, Schema] = {
    **dict.fromkeys(("id", "doc", "quote", "reason"), TEXT),
    **dict.fromkeys(("outlet", "speaker", "origin", "copy_of"), TEXT_OR_NULL),
    "content": SPANS,
    "stance": one_of(STANCES),
    "role": one_of(ROLES),
    "confirmed": FLAG,
}
_DECISION: dict[str, Schema] = {
    "id": COUNT,
    **dict.fromkeys(("at", "who", "what", "subject", "note"), TEXT),
    **dict.fromkeys(("old", "new"), TEXT_OR_NULL),
    "stands": FLAG,
}
PARTS: dict[str, Schema] = {
    "claim_row": whole(_CLAIM),
    "speaker_row": whole(SPEAKER),
    "article_row": whole(_ARTICLE),
    "article_read": whole(_READ),
    "vouched_row": whole(_VOUCHED),
    "outlet_row": whole(
        {
            "name": TEXT,
            **dict.fromkeys(("kind", "domain", "owner", "first", "last"), TEXT_OR_NULL),
            **dict.fromkeys(("articles", "claims", "speakers"), COUNT),
        }
    ),
    "audit_row": whole(
        {
            **dict.fromkeys(("table", "what"), TEXT),
            **dict.fromkeys(("outlet", "period"), TEXT_OR_NULL),
            **dict.fromkeys(("claims", "of"), COUNT),
            "share": SHARE,
        }
    ),
    "proposition_row": whole(
        {
            "proposition": TEXT,
            "label": one_of(LABELS),
            "named": FLAG,
            "contested": FLAG,
            "conflicts_with": TEXTS,
            "min": COUNT,
            "max": COUNT,
            "said": whole({"min": COUNT, "max": COUNT}),
            "claims": several(whole(_MEMBER)),
            "pairs": several(
                whole(dict.fromkeys(("a", "b", "relation", "reason", "evidence"), TEXT))
            ),
            "decided": TEXTS,
            "reasons": TEXTS,
            "machine": FLAG,
            "otherwise": maybe(several({"type": "object"})),
        }
    ),
    "decision_row": whole(_DECISION),
    "error": whole(
        {"schema": {"const": SCHEMA}, "error": whole({"status": COUNT, "message": TEXT})}
    ),
    "linked": {
        "type": "object",
        "properties": {"@context": TEXT, "@graph": several({"type": "object"})},
        "required": ["@context", "@graph"],
    },
}
