"""A request or an answer as text that goes through a chat program, the request as a code too."""
