"""One module a subject: from what is asked to what is answered; no format, no address and no
Starlette here."""
