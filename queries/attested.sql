-- The first and the last day that is attested of each tenure, and the documents that attest it.
SELECT DISTINCT o.iri AS official, o.label AS official_label, t.iri AS post, t.label AS post_label, h.status,
  h.first AS first_attested, early.iri AS first_document, first_issue.title AS first_document_label,
  h.last AS last_attested, late.iri AS last_document, last_issue.title AS last_document_label,
  h.tenure AS claim, a.claim AS claim_first, z.claim AS claim_last
FROM tenures AS h
  JOIN things AS o ON o.id = h.person
  JOIN things AS t ON t.id = h.post
  JOIN witnesses AS one ON one.tenure = h.tenure
  JOIN attestations AS a ON a.claim = one.claim AND a.attested = h.first
  JOIN issues AS first_issue ON first_issue.document = a.document
  JOIN things AS early ON early.id = a.document
  JOIN witnesses AS two ON two.tenure = h.tenure
  JOIN attestations AS z ON z.claim = two.claim AND z.attested = h.last
  JOIN issues AS last_issue ON last_issue.document = z.document
  JOIN things AS late ON late.id = z.document
WHERE true
  --? official  AND h.person IN :official
  --? post  AND h.post IN :post
  --? body  AND h.body IN :body
ORDER BY official_label, official, first_attested, post_label, post, h.status, first_document_label, last_document_label,
  h.tenure, claim_first, claim_last
