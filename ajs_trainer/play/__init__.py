"""Playing a scenario: pure functions from state to state. No I/O, no clock, no chance.

``story`` prepares a scenario, ``step`` moves through it, ``run`` folds the events of one
person's run into what they see, ``exploration`` visits every state that can be reached.
"""
