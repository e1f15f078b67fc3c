-- Meetings as documents report them.
SELECT DISTINCT m.iri AS meeting, m.label AS meeting_label, at.kind, at.ordinal, at.date, r.place, at.state, r.claim
FROM reports AS r
  JOIN meetings AS at ON at.meeting = r.meeting
  JOIN things AS m ON m.id = r.meeting
WHERE at.kind IS NOT NULL
  --? meeting  AND r.meeting IN :meeting
  --? series  AND at.series IN :series
  --? document  AND r.document IN :document
  --? since  AND at.last >= :since
  --? until  AND at.first <= :until
ORDER BY date, meeting_label, meeting, place, claim
