"""The names that an article holds, found and indexed; whom a source means stands in coreference."""
