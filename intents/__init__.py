"""Text to intent: pure and synchronous; imports nothing of ours."""
