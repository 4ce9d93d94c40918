"""Trials of what a store promises when processes die, disks fail and files decay.

``python -m tests.reliability`` runs the long form and prints its numbers; the tests of the store
run a short form of each. Every trial forks, so that each runs in a process of its own.
"""
