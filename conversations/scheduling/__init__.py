"""The month's meetings of the units below a committee: the table, agreeing, the notice."""
