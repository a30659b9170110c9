"""A page to hand on: records in, one self-contained HTML text out; opens no store and writes no
file."""
