"""Laws that are the same are read once."""

from tests.kept import readings_kept as readings_kept
