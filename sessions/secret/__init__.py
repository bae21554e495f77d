"""What keeps a ballot secret: boxes that are in memory only until the room moves on, and what two totals would tell."""
