"""The sample community: one coherent, seeded story of an inspection."""
