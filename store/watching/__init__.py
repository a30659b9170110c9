"""Lists of feeds, visits of addresses, and marks of readers; nothing is fetched here."""
