"""Load, check and compare checklist packs."""
