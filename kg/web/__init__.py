"""The door for browsers and programs: parse, call one sentence, render. No knowledge lives here.

``settings``     every limit, each a named setting
``serving``      start, serve until told to stop, stop gracefully
``app``          which address is answered by what
``guard``        what stands before every answer: the Host, the headers, the access log
``desk``         the bounded line before the workers
``negotiation``  which form of an answer a client wants
``endpoint``     the SPARQL 1.1 Protocol
"""
