"""The words of each language, and what is worked out with them: which language it is, stems, dates; also scripts."""
