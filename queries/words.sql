-- The passages behind claims.
WITH stated AS (
  SELECT claim, 'name' AS kind, named AS subject, document FROM uses
  WHERE true
  --? claim  AND claim IN (SELECT value FROM json_each(:claim))
  --? official  AND named IN :official
  --? body  AND named IN :body
  --? document  AND document IN :document
  --? meeting  AND false
  --? post  AND false
  UNION ALL
  SELECT claim, 'meeting', meeting, document FROM reports
  WHERE true
  --? claim  AND claim IN (SELECT value FROM json_each(:claim))
  --? meeting  AND meeting IN :meeting
  --? document  AND document IN :document
  --? official  AND false
  --? body  AND false
  --? post  AND false
  UNION ALL
  SELECT claim, 'post', person, document FROM attestations
  WHERE true
  --? claim  AND claim IN (SELECT value FROM json_each(:claim))
  --? official  AND person IN :official
  --? body  AND body IN :body
  --? post  AND post IN :post
  --? document  AND document IN :document
  --? meeting  AND false
  UNION ALL
  SELECT claim, 'participation', agent, document FROM participations
  WHERE true
  --? claim  AND claim IN (SELECT value FROM json_each(:claim))
  --? official  AND agent IN :official
  --? body  AND (agent IN :body OR behalf IN :body)
  --? meeting  AND meeting IN :meeting
  --? post  AND capacity IN :post
  --? document  AND document IN :document
  UNION ALL
  SELECT claim, 'relation', subject, document FROM relations
  WHERE true
  --? claim  AND claim IN (SELECT value FROM json_each(:claim))
  --? body  AND (subject IN :body OR object IN :body)
  --? document  AND document IN :document
  --? official  AND false
  --? meeting  AND false
  --? post  AND false
)
SELECT DISTINCT f.claim, f.kind, coalesce(s.iri, f.subject) AS subject, coalesce(s.label, g.label) AS subject_label,
  p.quote, p.start, p.end, d.iri AS document, d.title AS document_label, d.published, c.rule
FROM stated AS f
  JOIN claims AS c ON c.iri = f.claim
  JOIN passages AS p ON p.id = c.passage
  JOIN documents AS d ON d.id = p.document
  LEFT JOIN things AS s ON s.id = f.subject
  LEFT JOIN groups AS g ON g.agent = f.subject AND g.document = f.document
ORDER BY d.published, 8, p.start, p.end, f.kind, subject_label, f.claim
