"""What comes on paper: originals, photos of forms, and typing in for those who wrote by hand."""
