-- Every attestation of a post: kg.questions.holding grades what follows from them for the day.
SELECT DISTINCT
  (SELECT max(issued_to) FROM issues) AS as_of,  --- as_of
  --? as_of  :as_of AS as_of,
  coalesce(t.iri, a.post) AS post, t.label AS post_label, s.seats, o.iri AS person, o.label AS person_label, a.status,
  a.attested AS "on", a.start_from, a.start_to, a.end_from, a.end_to, d.iri AS document, a.claim
FROM attestations AS a
  JOIN things AS o ON o.id = a.person
  JOIN things AS d ON d.id = a.document
  LEFT JOIN things AS t ON t.id = a.post
  LEFT JOIN seats AS s ON s.post = a.post
WHERE true
  --? post  AND a.post IN :post
  --? official  AND a.post IN (SELECT post FROM tenures WHERE person IN :official)
  --? body  AND a.post IN (SELECT post FROM tenures WHERE body IN :body)
ORDER BY post_label, 2, "on", person_label, person, a.status, 13, claim
