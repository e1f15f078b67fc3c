-- Those of whom a document says that they were not there, and no document that they took part.
SELECT DISTINCT m.iri AS meeting, m.label AS meeting_label, at.date, coalesce(o.iri, p.agent) AS agent,
  coalesce(o.label, g.label) AS agent_label, p.presence, p.claim
FROM participations AS p
  JOIN things AS m ON m.id = p.meeting
  LEFT JOIN meetings AS at ON at.meeting = p.meeting
  LEFT JOIN things AS o ON o.id = p.agent
  LEFT JOIN groups AS g ON g.agent = p.agent AND g.document = p.document
WHERE p.presence IN ('invited', 'absent', 'message', 'mentioned')
  AND NOT EXISTS (
    SELECT 1 FROM participations AS there
    WHERE there.meeting = p.meeting AND there.agent = p.agent AND there.presence IN ('present', 'represented')
  )
  --? meeting  AND p.meeting IN :meeting
  --? series  AND at.series IN :series
  --? official  AND p.agent IN :official
  --? body  AND p.agent IN :body
  --? document  AND p.document IN :document
ORDER BY date, meeting_label, meeting, presence, agent_label, agent, claim
