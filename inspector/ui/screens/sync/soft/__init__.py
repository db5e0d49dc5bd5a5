"""值得看一眼: what came together without a conflict and yet wants a look."""
