"""Records in, Rich renderables out; pure, opens and prints nothing."""
