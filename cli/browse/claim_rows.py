"""A list of claims: the footer shows what may be decided on the one under the cursor."""

from __future__ import annotations

from cli.browse.bindings import claim_bindings
from cli.browse.rows import Rows


class ClaimRows(Rows):
    """Rows that are claims."""

    BINDINGS = claim_bindings()
