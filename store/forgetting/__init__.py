"""Forgetting for good: what a thing takes with it, its rows, its traces in what stays, and the pages
it stood on."""
