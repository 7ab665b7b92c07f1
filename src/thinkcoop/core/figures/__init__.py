"""What a session shows in numbers: statistics, and the process from the log."""
