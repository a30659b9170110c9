"""One file a command: reads options, calls a job or the store, hands records to views and output;
no SQL."""
