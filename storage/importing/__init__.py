"""Lists of units and contacts and registers of earlier years, taken in whole or not at all."""

from storage.importing.by import By
from storage.importing.planning import Source, plan_import
from storage.importing.writing import one_at_a_time, write_import

__all__ = ["By", "Source", "one_at_a_time", "plan_import", "write_import"]
