"""From a file an author wrote to a checked scenario, or to sentences about what is wrong."""
