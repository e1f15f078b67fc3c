"""Answers and reports as people and programs read them.

``characters`` what would command a terminal or a spreadsheet, made harmless
``plain``      JSON and CSV
``table``      tables that fit the terminal, with the words under each row
``progress``   a bar on standard error
``sentences``  summaries and reports as lines of text

Only ``table`` and ``progress`` import rich, and nothing here imports them: JSON and CSV cost no more than they must.
"""
