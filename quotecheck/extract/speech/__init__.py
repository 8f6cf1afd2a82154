"""What quotations and their speakers are found with: marks, reporting verbs, names, pronouns."""
