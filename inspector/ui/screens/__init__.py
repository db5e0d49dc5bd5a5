"""One room per task; screens do not know each other."""
