"""The only place with SQL: one module per subject, functions named as questions and acts."""
