"""What a fresh server holds, and how it gets there."""

from .planting import seed

__all__ = ["seed"]
