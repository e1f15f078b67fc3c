-- Everything that a document says, claim by claim.
WITH stated AS (
  SELECT document, 'name' AS kind, named AS subject, form AS detail, NULL AS object, claim FROM uses
  WHERE true
  --? document  AND document IN :document
  UNION ALL
  SELECT document, 'meeting', meeting, state, NULL, claim FROM reports
  WHERE state IS NOT NULL
  --? document  AND document IN :document
  UNION ALL
  SELECT document, 'post', person, status, post, claim FROM attestations
  WHERE true
  --? document  AND document IN :document
  UNION ALL
  SELECT document, 'participation', agent, role || CASE presence WHEN 'present' THEN '' ELSE ', ' || presence END, meeting,
    claim
  FROM participations
  WHERE true
  --? document  AND document IN :document
  UNION ALL
  SELECT document, 'relation', subject, relation, object, claim FROM relations
  WHERE true
  --? document  AND document IN :document
)
SELECT DISTINCT d.iri AS document, i.title AS document_label, i.published, f.kind, coalesce(s.iri, f.subject) AS subject,
  coalesce(s.label, g.label) AS subject_label, f.detail, coalesce(o.iri, f.object) AS object, o.label AS object_label,
  f.claim
FROM stated AS f
  JOIN things AS d ON d.id = f.document
  JOIN issues AS i ON i.document = f.document
  LEFT JOIN things AS s ON s.id = f.subject
  LEFT JOIN groups AS g ON g.agent = f.subject AND g.document = f.document
  LEFT JOIN things AS o ON o.id = f.object
ORDER BY i.published, document_label, document, f.kind, subject_label, subject, f.detail, object_label, object, f.claim
