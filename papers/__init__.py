"""Files in and out: pictures, tables, documents, charts. It knows no SQL and no chat."""
