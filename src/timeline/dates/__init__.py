"""Uncertain time; knows no news."""
