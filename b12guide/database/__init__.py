"""The database under conversations and inbox: its connections, its schema, and what is kept about the keeping."""
