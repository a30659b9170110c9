"""Who speaks and through whom, within one article. Nothing about other articles."""
