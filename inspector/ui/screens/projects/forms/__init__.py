"""Forms of fields that read what a person types."""
