"""Speakers entered, joined over articles, and given to claims."""
