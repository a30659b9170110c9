"""What is read to be shown, under one set of filters; nothing is written here."""
