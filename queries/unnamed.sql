-- Counted groups, and bodies for which the same document names nobody who was there.
SELECT DISTINCT m.iri AS meeting, m.label AS meeting_label, at.date, b.iri AS body, b.label AS body_label, s.count, s.claim
FROM (
  SELECT p.meeting, p.document, g.body, g.count, p.claim
  FROM participations AS p JOIN groups AS g ON g.agent = p.agent AND g.document = p.document
  WHERE p.presence = 'present'
  --? meeting  AND p.meeting IN :meeting
  --? body  AND g.body IN :body
  --? document  AND p.document IN :document
  UNION ALL
  SELECT p.meeting, p.document, p.agent, NULL, p.claim
  FROM participations AS p JOIN things AS it ON it.id = p.agent AND it.kind = 'body'
  WHERE p.presence IN ('present', 'represented')
    AND NOT EXISTS (
      SELECT 1 FROM participations AS by
      WHERE by.document = p.document AND by.meeting = p.meeting AND by.behalf = p.agent
    )
    AND NOT EXISTS (
      SELECT 1 FROM attestations AS a
        JOIN participations AS seat ON seat.document = p.document AND seat.meeting = p.meeting AND seat.agent = a.person
      WHERE a.document = p.document AND a.body = p.agent AND a.status IN ('substantive', 'acting')
        AND seat.presence = 'present'
    )
  --? meeting  AND p.meeting IN :meeting
  --? body  AND p.agent IN :body
  --? document  AND p.document IN :document
) AS s
  JOIN meetings AS at ON at.meeting = s.meeting
  JOIN things AS m ON m.id = s.meeting
  JOIN things AS b ON b.id = s.body
WHERE at.state = 'held'
  --? series  AND at.series IN :series
ORDER BY date, meeting_label, meeting, body_label, body, s.count, claim
