"""Pure rules of the field: what is taken, how it is compared, counted, sorted and said."""
