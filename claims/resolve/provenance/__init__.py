"""How the words came: chain of intermediaries, setting, day of saying, nesting; who speaks stands
in speaker.py."""
