"""What corroboration reads of the store and leaves in it: the repository, its key index, the
verdicts."""
