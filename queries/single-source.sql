-- Parts that one document alone reports, or only documents whose publisher took no part.
WITH parts AS (
  SELECT p.agent, p.role, p.meeting, p.document, p.claim, EXISTS (
    SELECT 1 FROM issues AS i JOIN participations AS own ON own.meeting = p.meeting AND i.publisher IN (own.agent, own.behalf)
    WHERE i.document = p.document
  ) AS own
  FROM participations AS p JOIN meetings AS at ON at.meeting = p.meeting
  WHERE p.presence IN ('present', 'represented') AND at.state = 'held'
  --? official  AND p.agent IN :official
  --? body  AND p.agent IN :body
  --? meeting  AND p.meeting IN :meeting
  --? document  AND EXISTS (
  --? document    SELECT 1 FROM participations AS here
  --? document    WHERE here.document IN :document AND here.agent = p.agent AND here.meeting = p.meeting
  --? document  )
),
counted AS (
  SELECT agent, role, meeting, count(DISTINCT document) AS documents, max(own) AS own, group_concat(claim, ' ') AS claims
  FROM parts GROUP BY agent, role, meeting
)
SELECT o.iri AS subject, o.label AS subject_label, role AS detail, m.iri AS object, m.label AS object_label, documents,
  CASE WHEN own THEN 'one document' WHEN documents = 1 THEN 'one document, secondary' ELSE 'secondary documents' END
    AS rests_on,
  claims
FROM counted
  JOIN things AS o ON o.id = agent
  JOIN things AS m ON m.id = meeting
WHERE documents = 1 OR NOT own
ORDER BY subject_label, subject, object_label, object, detail
