"""Signing an issued report with a certificate."""
