"""Rows in, text or bytes of one machine format out; pure, writes nothing and knows no record."""
