-- Leading roles that people took.
SELECT DISTINCT o.iri AS official, o.label AS official_label, m.iri AS meeting, m.label AS meeting_label, at.date, p.role,
  p.claim
FROM participations AS p
  JOIN meetings AS at ON at.meeting = p.meeting
  JOIN things AS m ON m.id = p.meeting
  JOIN things AS o ON o.id = p.agent
WHERE p.role IN (SELECT role FROM roles WHERE within = 'leading') AND p.presence = 'present' AND at.state = 'held'
  AND o.kind = 'official'
  --? official  AND p.agent IN :official
  --? meeting  AND p.meeting IN :meeting
  --? series  AND at.series IN :series
  --? document  AND p.document IN :document
  --? since  AND at.last >= :since
  --? until  AND at.first <= :until
ORDER BY official_label, official, date, meeting_label, meeting, role, claim
