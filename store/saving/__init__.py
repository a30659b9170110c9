"""Readings into rows, one by one or in bulk, matched to what is there."""
