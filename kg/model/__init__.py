"""The frozen values that everything else passes around.

``text``    Document, Span, Evidence: text that never changes, and the words cut from it
``claims``  what one document says, each claim with its evidence
``actors``  who and what the claims speak of, once that is decided
``answers`` what a question returns: rows, each with the words behind it
``judgements`` what people decided: same, different, unsure; rejected, corrected, suppressed
``explanations`` how a document was read: blocks, mentions, claims, what was not understood
``dates``   dates as printed, whole or partial, and the bounds they stand for
``names``   names as extraction compares them
``wire``    values as JSON and back, for the ledger and the worker processes
"""
