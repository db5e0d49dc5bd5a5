"""Small forms within a page: labelled fields, a refusal beside the field it is about."""
