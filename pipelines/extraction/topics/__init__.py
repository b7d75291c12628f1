"""What a stretch of text is about: topic words and the topic in force."""
