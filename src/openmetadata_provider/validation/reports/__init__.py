"""What a run found, for people and for machines: text, JSON, GitHub annotations, SARIF, JUnit."""
