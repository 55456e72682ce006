"""What was read, for others: so far one HTML sheet of readings (sheet.py); stories and briefs come here later."""
