"""How papers are set: fonts, lines, tables, photos, pages, and the PDF/A file."""
