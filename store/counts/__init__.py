"""Claims counted by speaker, outlet and kind, kept as they come and go and compared with a count of all."""
