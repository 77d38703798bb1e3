"""Which units a person sees into: those confirmed theirs, and for officers those below."""

# CTEs for WITH RECURSIVE, of the people :people on the day :today. Nobody reads by naming a unit.
UNITS_SEEN = """
below (person, unit) AS (
    SELECT person, unit FROM memberships
    WHERE person IN :people AND state = 'confirmed' AND role IN ('officer', 'office', 'admin')
      AND from_day <= :today AND (to_day = '' OR :today < to_day)
    UNION
    SELECT b.person, p.unit FROM below b JOIN unit_parents p ON p.parent = b.unit
    WHERE p.from_day <= :today AND (p.to_day = '' OR :today < p.to_day)
), sees (person, unit) AS (
    SELECT person, unit FROM below
    UNION
    SELECT person, unit FROM memberships
    WHERE person IN :people AND state = 'confirmed'
      AND from_day <= :today AND (to_day = '' OR :today < to_day)
)"""
