"""Inspector (验收): on-site inspection and joint completion acceptance, offline first."""

__version__ = "0.1.0"
