"""What binds a cell's meetings, as data: Hướng dẫn 42-HD/BTCTW of 28/10/2025.

The guidance carries out Chỉ thị 50-CT/TW of 23/7/2025. Nothing here is about what is discussed.
"""

LEAST_MINUTES = 90  # a regular meeting lasts at least so long
LEAST_MINUTES_COMBINED = 120  # regular and thematic in one session
DOCUMENTS_DAYS_BEFORE = 1  # documents are on the e-handbook at least so long before
UPLOADED_DAYS_AFTER = 2  # minutes and result are uploaded within so long after
THEMATIC_PER_QUARTER = 1  # thematic meetings at least; they do not stand for the regular one
