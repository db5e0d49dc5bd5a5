"""The chapters of the joint acceptance report, one module each (guide 2.8)."""
