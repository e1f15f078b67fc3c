-- Who established, coordinates, or is the secretariat of what.
SELECT DISTINCT s.iri AS subject, s.label AS subject_label, r.relation, coalesce(o.iri, r.object) AS object,
  coalesce(o.label, g.label) AS object_label, i.published, r.claim
FROM relations AS r
  JOIN things AS s ON s.id = r.subject
  JOIN issues AS i ON i.document = r.document
  LEFT JOIN things AS o ON o.id = r.object
  LEFT JOIN groups AS g ON g.agent = r.object AND g.document = r.document
WHERE r.relation IN ('established-by', 'coordinates', 'secretariat-of')
  --? body  AND (r.subject IN :body OR r.object IN :body OR r.object IN (SELECT agent FROM groups WHERE body IN :body))
  --? document  AND r.document IN :document
ORDER BY subject_label, subject, relation, object_label, object, published, claim
