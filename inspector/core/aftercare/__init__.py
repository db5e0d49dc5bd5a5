"""What follows an acceptance: final account, warranty, handover, long-term management."""
