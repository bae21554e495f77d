"""Is everything ready? The laptop's power, its disk, its address; and keeping it awake while a day runs."""
