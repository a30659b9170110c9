"""Who is one speaker over many articles, judged from names and affiliations alone; no SQL, no
article text.

Record linkage (Fellegi and Sunter 1969): blocking, comparing pairs, deciding, joining.

`judge` compares two speakers, `group` joins many, `join_keys` and `likeness_keys` say which are
worth comparing, `holder` reads dated offices, `changes` finds what a speaker said otherwise before.
"""
