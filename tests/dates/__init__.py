"""Tests of uncertain time."""
