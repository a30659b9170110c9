"""Bytes in, articles out: files, JSONL, folders, stdin. Nothing about what the text says."""
