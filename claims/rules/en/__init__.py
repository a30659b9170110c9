"""Lists of English; claims/rules/lists.py reads them."""
