"""Answers and reports as people and programs read them.

``characters`` what would command a terminal or a spreadsheet, made harmless
``plain``      JSON and CSV
``answers``    answers as Markdown and Turtle
``table``      tables that fit the terminal, with the words under each row
``wording``    a claim in words
``marked``     a sentence cut where its mentions begin and end
``explanation``, ``explanation_page``  how a document was read: for a terminal, as a page of HTML
``progress``   a bar on standard error
``sentences``  summaries and reports as lines of text

Only ``table``, ``explanation`` and ``progress`` import rich, and nothing else here imports them: JSON, CSV and
HTML cost no more than they must.
"""
