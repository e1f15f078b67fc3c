"""Answers and reports as people and programs read them.

``characters`` what would command a terminal or a spreadsheet, made harmless
``plain``      JSON and CSV
``columns``    which columns of an answer are shown, and how
``answers``    answers as Markdown and Turtle
``table``      tables that fit the terminal, with the words under each row
``sparql``     the results of a query of one's own
``measurement`` how well documents are read, in figures and mistakes
``wording``    a claim in words
``marked``     a sentence cut where its mentions begin and end
``explanation``, ``explanation_page``  how a document was read: for a terminal, as a page of HTML
``progress``   a bar on standard error
``sentences``  summaries and reports as lines of text
``report_page`` a report of the shapes as a page of HTML
``review``     proposals for a person to decide
``terms``      IRIs by their prefixes

Only ``table``, ``explanation`` and ``progress`` import rich, and what prints tables imports ``table``: JSON, CSV,
Markdown and HTML cost no more than they must.
"""
