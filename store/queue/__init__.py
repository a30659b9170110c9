"""What waits for corroboration."""
