"""Text in, claims out: language and news. No SQL, no terminal; nothing heavy is imported here."""
