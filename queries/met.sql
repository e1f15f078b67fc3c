-- Pairs of people who were both present, with the places that documents print.
SELECT DISTINCT o.iri AS official, o.label AS official_label, x.iri AS other, x.label AS other_label, m.iri AS meeting,
  m.label AS meeting_label, at.date, r.place, p.claim, q.claim AS claim_other, r.claim AS claim_place
FROM participations AS p
  JOIN meetings AS at ON at.meeting = p.meeting
  JOIN things AS m ON m.id = p.meeting
  JOIN things AS o ON o.id = p.agent
  JOIN participations AS q ON q.meeting = p.meeting
  JOIN things AS x ON x.id = q.agent
  LEFT JOIN reports AS r ON r.meeting = p.meeting AND r.place IS NOT NULL
WHERE p.presence = 'present' AND q.presence = 'present' AND at.state = 'held' AND o.kind = 'official' AND x.kind = 'official'
  AND p.agent < q.agent  --- official
  --? official  AND p.agent <> q.agent AND p.agent IN :official
  --? meeting  AND p.meeting IN :meeting
  --? series  AND at.series IN :series
  --? since  AND at.last >= :since
  --? until  AND at.first <= :until
ORDER BY date, meeting_label, meeting, official_label, official, other_label, other, r.place, p.claim, claim_other, claim_place
