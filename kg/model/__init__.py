"""The frozen values that everything else passes around.

``text``    Document, Span, Evidence: text that never changes, and the words cut from it
``claims``  what one document says, each claim with its evidence
``answers`` what a question returns: rows, each with the words behind it
``dates``   dates as printed, whole or partial, and the bounds they stand for
"""
