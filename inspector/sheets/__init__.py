"""Read and write spreadsheets; the only door to xlsx libraries."""
