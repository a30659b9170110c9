"""The glue that joins claims and store; no layout."""
