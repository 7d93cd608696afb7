"""What doors that speak share: words for the ear, and a command that is waited for."""
