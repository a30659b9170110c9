"""A report as one HTML text: every value is cleaned and escaped, nothing is loaded and no script
may run."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from claims.rules.vocabulary import LABELS
from cli.formats.cells import visible
from cli.report.draft import DraftPage
from cli.report.model import Report

TEMPLATES = Path(__file__).parent / "templates"
LIMITS = (
    "onrecord says who is reported to have said what, through whom, and on how many origins that rests. It never says "
    "whether it is true.",
    "The claims were found by a machine. It misses some and finds some that are not there; names behind pronouns and "
    "descriptions are resolved by rules that can err. Claims that no person reviewed are marked as such.",
    *(label.caution for label in LABELS.values() if label.caution),
    "Propositions join only where their wording is close, so that one fact in two wordings may stand as two.",
    "Built for English news; the detector learned from US political news of 2015 and 2016.",
)


PROOF_LIMITS = (
    "onrecord says what the articles hold that were added. It never says whether a passage is true, nor that something "
    "was never said: it knows no other articles.",
    "Draft and articles were read by a machine, which misses passages and mistakes speakers. "
    "Claims that no person reviewed are marked as such.",
    "The record may have words wrong, too: verbatim means as the articles have them.",
    "Built for English news; the detector learned from US political news of 2015 and 2016.",
)


def render(report: Report) -> str:
    """The page of a report."""
    return _page("page", ("style",), report=report, limits=LIMITS)


def render_drafts(page: DraftPage) -> str:
    """The page of drafts that were looked up."""
    return _page("proof", ("style", "proof"), page=page, limits=PROOF_LIMITS)


def _page(template: str, styles: tuple[str, ...], **values: object) -> str:
    style = "".join((TEMPLATES / f"{name}.css").read_text(encoding="utf-8") for name in styles)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    # The style is ours and holds no value; it must reach the page letter for letter for its digest
    # to hold.
    page = environment().get_template(f"{template}.html.j2")
    return page.render(style=Markup(style), policy=policy, **values)


def environment(*besides: Path) -> Environment:
    """Templates that clean and escape every value; those of the folders besides come first."""
    return Environment(
        loader=FileSystemLoader([*besides, TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_cleaned,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _cleaned(value: Any) -> Any:
    """Control characters and bidi overrides of articles become U+FFFD; what is markup of ours
    stays."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
