"""The migrations themselves, one file a revision, frozen once released."""
