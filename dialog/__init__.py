"""The engine of conversations: questions, asking, one turn. It knows no field and no channel."""
