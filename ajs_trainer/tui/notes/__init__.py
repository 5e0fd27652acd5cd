"""The facilitator's own view of a meeting, in a second terminal. It only ever reads."""
