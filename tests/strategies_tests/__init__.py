"""Tests of the payload strategies themselves."""
