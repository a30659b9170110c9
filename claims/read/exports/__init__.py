"""What news archives hand out: many articles in one file, each with its header as lines of text; which
file it is does not matter here, only its lines."""
