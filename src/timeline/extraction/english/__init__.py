"""What the rules know of English: words and phrases, each list in one place."""
