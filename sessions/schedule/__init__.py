"""Time while the day runs: the forecast, breaks, delay and re-timing."""
