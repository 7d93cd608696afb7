"""HTTP: webhook, health and metrics."""
