"""What can be asked of an open store and done to it, one small door a subject; no SQL here."""
