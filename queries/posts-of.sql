-- The tenures of an official.
SELECT DISTINCT o.iri AS official, o.label AS official_label, t.iri AS post, t.label AS post_label, b.iri AS body,
  b.label AS body_label, h.status, h.first AS first_attested, h.last AS last_attested, h.start_from AS start_not_before,
  h.start_to AS start_not_after, h.end_from AS end_not_before, h.end_to AS end_not_after, h.tenure AS claim
FROM tenures AS h
  JOIN things AS o ON o.id = h.person
  JOIN things AS t ON t.id = h.post
  LEFT JOIN things AS b ON b.id = h.body
WHERE true
  --? official  AND h.person IN :official
  --? post  AND h.post IN :post
  --? body  AND h.body IN :body
  --? document  AND h.tenure IN (
  --? document    SELECT tenure FROM attestations JOIN witnesses USING (claim) WHERE document IN :document
  --? document  )
ORDER BY official_label, official, first_attested, last_attested, post_label, post, status, claim
