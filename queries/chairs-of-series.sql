-- Chairs and co-chairs of the editions of a series.
SELECT DISTINCT s.iri AS series, s.label AS series_label, at.ordinal, at.date, m.iri AS meeting, m.label AS meeting_label,
  o.iri AS agent, o.label AS agent_label, p.role, p.claim
FROM participations AS p
  JOIN meetings AS at ON at.meeting = p.meeting
  JOIN things AS m ON m.id = p.meeting
  JOIN things AS s ON s.id = at.series
  JOIN things AS o ON o.id = p.agent
WHERE p.presence = 'present' AND at.state = 'held'
  AND p.role IN ('chair', 'co-chair')  --- wide
  --? wide  AND p.role IN (SELECT role FROM roles WHERE within = 'leading')
  --? series  AND at.series IN :series
  --? official  AND p.agent IN :official
  --? since  AND at.last >= :since
  --? until  AND at.first <= :until
ORDER BY series_label, series, ordinal, date, meeting_label, meeting, agent_label, agent, role, claim
