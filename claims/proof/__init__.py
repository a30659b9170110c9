"""Whether what a draft quotes and attributes is on record: right words, right mouth, right stance; never
whether it is true.

`passages_of` cuts a draft's reading into what it attributes, `prove` looks one passage up in a `Record`;
no SQL, and nothing is kept.
"""
