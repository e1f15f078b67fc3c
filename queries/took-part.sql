-- Everybody who was present or represented at a meeting that was held, counted groups with them.
SELECT DISTINCT m.iri AS meeting, m.label AS meeting_label, at.date, coalesce(o.iri, p.agent) AS agent,
  coalesce(o.label, g.label) AS agent_label,
  CASE WHEN g.count IS NOT NULL THEN 'group' WHEN o.kind = 'official' THEN 'official' ELSE 'body' END AS agent_kind,
  g.count, p.role, p.presence, b.iri AS on_behalf_of, b.label AS on_behalf_of_label, p.claim
FROM participations AS p
  JOIN meetings AS at ON at.meeting = p.meeting
  JOIN things AS m ON m.id = p.meeting
  LEFT JOIN things AS o ON o.id = p.agent
  LEFT JOIN groups AS g ON g.agent = p.agent AND g.document = p.document
  LEFT JOIN things AS b ON b.id = p.behalf
WHERE p.presence IN ('present', 'represented') AND at.state = 'held'
  --? meeting  AND p.meeting IN :meeting
  --? series  AND at.series IN :series
  --? official  AND p.agent IN :official
  --? body  AND (p.agent IN :body OR p.behalf IN :body OR p.agent IN (SELECT agent FROM groups WHERE body IN :body))
  --? document  AND p.document IN :document
  --? since  AND at.last >= :since
  --? until  AND at.first <= :until
ORDER BY date, meeting_label, meeting, agent_kind DESC, agent_label, agent, role, presence, on_behalf_of_label, claim
