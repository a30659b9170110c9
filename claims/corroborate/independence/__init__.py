"""Which origins stand behind a proposition and how many there are; what the proposition is stands
in matching."""
