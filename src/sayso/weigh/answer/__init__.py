"""What the weighing answers, as of any moment: points, proofs, disputes, stories."""
