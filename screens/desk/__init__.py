"""The desk: what the facilitator alone sees. It draws a view and nothing else."""
