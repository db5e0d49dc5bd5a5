"""The only SQL: schema, migrations, journal, and one repository per noun."""
