"""The shape of machine-readable rows: a contract, schema 1; nothing is written or looked up
here."""

from cli.rows.article_read import ArticleRead, Piece, Sentence, Vouched, pieces, read_article
from cli.rows.article_rows import article_read_row
from cli.rows.audit import audit_row
from cli.rows.claims import UNIT, claim_row, review_keys, spans
from cli.rows.decisions import decision_row, judgement_row, run_row
from cli.rows.forgetting import forgetting_row, tombstone_row
from cli.rows.listed import article_line_row, outlet_row
from cli.rows.lists import FLAT, PRIVATE, RECORDS, columns, columns_to_read
from cli.rows.proof import FindingLine, PlaceLine, finding_row
from cli.rows.speakers import proposal_row, speaker_page_row, speaker_row
from cli.rows.verdicts import copy_row, flat_proposition, verdict_row
from cli.rows.vouching import vouching_row

__all__ = [
    "FLAT",
    "PRIVATE",
    "RECORDS",
    "UNIT",
    "ArticleRead",
    "FindingLine",
    "Piece",
    "PlaceLine",
    "Sentence",
    "Vouched",
    "article_line_row",
    "article_read_row",
    "audit_row",
    "claim_row",
    "columns",
    "columns_to_read",
    "copy_row",
    "decision_row",
    "finding_row",
    "flat_proposition",
    "forgetting_row",
    "judgement_row",
    "outlet_row",
    "pieces",
    "proposal_row",
    "read_article",
    "review_keys",
    "run_row",
    "spans",
    "speaker_page_row",
    "speaker_row",
    "tombstone_row",
    "verdict_row",
    "vouching_row",
]
