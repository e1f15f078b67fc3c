-- The rows that `kg network --level bodies` counts: bodies, themselves and by those who act for them.
SELECT DISTINCT m.iri AS meeting, m.label AS meeting_label, first, last, a.iri AS agent, a.label AS agent_label, a.kind, role,
  coalesce(o.iri, p.official, a.iri) AS through
FROM bodies AS p
  JOIN meetings AS at ON at.meeting = p.meeting
  JOIN things AS m ON m.id = p.meeting
  JOIN things AS a ON a.id = p.agent
  LEFT JOIN things AS o ON o.id = p.official
ORDER BY p.meeting, p.agent, role, through
