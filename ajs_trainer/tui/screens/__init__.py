"""One screen a file, its style sheet beside it; imported when it is first shown."""
