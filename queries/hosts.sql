-- Hosts and organisers, with the places that documents print.
SELECT DISTINCT m.iri AS meeting, m.label AS meeting_label, at.date, r.place, o.iri AS host, o.label AS host_label, p.role,
  p.claim, r.claim AS claim_place
FROM participations AS p
  JOIN meetings AS at ON at.meeting = p.meeting
  JOIN things AS m ON m.id = p.meeting
  JOIN things AS o ON o.id = p.agent
  LEFT JOIN reports AS r ON r.meeting = p.meeting AND r.place IS NOT NULL
WHERE p.role IN ('host', 'organiser') AND p.presence = 'present' AND at.state = 'held'
  --? meeting  AND p.meeting IN :meeting
  --? series  AND at.series IN :series
  --? official  AND p.agent IN :official
  --? body  AND (p.agent IN :body OR p.behalf IN :body)
  --? document  AND p.document IN :document
  --? since  AND at.last >= :since
  --? until  AND at.first <= :until
ORDER BY date, meeting_label, meeting, role, host_label, host, r.place, p.claim, claim_place
