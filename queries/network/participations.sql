-- The rows that `kg network` counts: officials and bodies as documents name them, at meetings that were held.
SELECT DISTINCT m.iri AS meeting, m.label AS meeting_label, first, last, a.iri AS agent, a.label AS agent_label, a.kind, role,
  a.iri AS through
FROM participations AS p
  JOIN meetings AS at ON at.meeting = p.meeting
  JOIN things AS m ON m.id = p.meeting
  JOIN things AS a ON a.id = p.agent
WHERE p.presence IN ('present', 'represented') AND at.state = 'held'
ORDER BY p.meeting, p.agent, role
