"""The parts of Markdown that need code of their own: front matter, and the markup inside a paragraph."""
