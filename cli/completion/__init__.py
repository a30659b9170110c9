"""What a shell offers while a command is typed; the scripts that ask for it lie in `scripts/`."""
