"""Stand-ins for the outside world; they import nothing of ours."""
