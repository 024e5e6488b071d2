"""The registry: from YAML to checked claims, and edits that keep what they do not mean to change."""
