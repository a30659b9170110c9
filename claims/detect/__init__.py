"""An article's text in, cue, source and content spans out. Nothing about who a source is."""
