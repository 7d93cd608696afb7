"""Status and time become episodes, and episodes become messages that are owed."""
