"""Briefs as sound: text into words, words into a voice, the voice into files with their disclosure."""
