"""The course of a meeting: pure functions from state to state. No I/O, no clock, no chance.

What the facilitator does is a log of events, and a meeting is the fold over it. What people
choose in secret is not in the log: it has no order.
"""
