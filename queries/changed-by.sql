-- What no document says that was issued before this one.
WITH stated AS (
  SELECT c.document, 'person' AS kind, c.named AS subject, c.form AS detail, NULL AS object, c.claim
  FROM uses AS c
    JOIN things AS it ON it.id = c.named AND it.kind = 'official'
    JOIN issues AS i ON i.document = c.document
  WHERE c.kind = 'official-name'
    AND i.issued_from <= (SELECT min(said) FROM uses WHERE named = c.named AND said IS NOT NULL)
  --? document  AND c.document IN :document
  --? official  AND c.named IN :official
  --? body  AND c.named IN :body
  --? meeting  AND false
  UNION ALL
  SELECT c.document, 'post', c.person, c.status, c.post, c.claim
  FROM attestations AS c JOIN issues AS i ON i.document = c.document
  WHERE i.issued_from <= (
      SELECT min(said) FROM attestations AS a
      WHERE a.post = c.post AND a.person = c.person AND a.status = c.status AND said IS NOT NULL
    )
  --? document  AND c.document IN :document
  --? official  AND c.person IN :official
  --? body  AND c.body IN :body
  --? meeting  AND false
  UNION ALL
  SELECT c.document, 'meeting', c.meeting, c.state, NULL, c.claim
  FROM reports AS c JOIN issues AS i ON i.document = c.document
  WHERE c.state IS NOT NULL
    AND i.issued_from <= (SELECT min(said) FROM reports WHERE meeting = c.meeting AND said IS NOT NULL)
  --? document  AND c.document IN :document
  --? meeting  AND c.meeting IN :meeting
  --? official  AND false
  --? body  AND false
  UNION ALL
  SELECT c.document, 'participation', c.agent, c.role, c.meeting, c.claim
  FROM participations AS c JOIN issues AS i ON i.document = c.document
  WHERE c.presence = 'present'
    AND i.issued_from <= (
      SELECT min(said) FROM participations AS p
      WHERE p.meeting = c.meeting AND p.agent = c.agent AND p.role = c.role AND said IS NOT NULL
    )
  --? document  AND c.document IN :document
  --? official  AND c.agent IN :official
  --? body  AND (c.agent IN :body OR c.behalf IN :body)
  --? meeting  AND c.meeting IN :meeting
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
