"""Terminal trainer for bystander scenarios and core correctional practice."""
