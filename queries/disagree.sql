-- Two holders of a seat for one on one day, and editions whose numbers do not fit their days.
SELECT DISTINCT f.kind, s.iri AS subject, s.label AS subject_label, a.iri AS one, a.label AS one_label, f.one_says,
  z.iri AS other, z.label AS other_label, f.other_says, f.claim, f.claim_other
FROM (
  SELECT 'two holders' AS kind, h.post AS subject, h.person AS one, h.attested AS one_says, o.person AS other,
    o.attested AS other_says, h.claim, o.claim AS claim_other
  FROM seats AS one_seat
    JOIN attestations AS h ON h.post = one_seat.post
    JOIN attestations AS o ON o.post = h.post AND o.attested = h.attested AND o.person > h.person
  WHERE one_seat.seats = 1 AND h.status = 'substantive' AND o.status = 'substantive' AND length(h.attested) = 10
  --? official  AND (h.person IN :official OR o.person IN :official)
  --? post  AND h.post IN :post
  --? meeting  AND false
  --? series  AND false
  UNION ALL
  SELECT CASE WHEN one.ordinal = two.ordinal THEN 'two with one number' ELSE 'numbers out of order' END, one.series,
    one.meeting, one.ordinal || ': ' || one.first, two.meeting, two.ordinal || ': ' || two.first, r.claim, q.claim
  FROM meetings AS one
    JOIN meetings AS two ON two.series = one.series AND one.ordinal >= two.ordinal AND one.last < two.first
    JOIN reports AS r ON r.meeting = one.meeting
    JOIN reports AS q ON q.meeting = two.meeting
  WHERE one.state = 'held' AND two.state = 'held' AND one.first IS NOT NULL
  --? meeting  AND (one.meeting IN :meeting OR two.meeting IN :meeting)
  --? series  AND one.series IN :series
  --? official  AND false
  --? post  AND false
) AS f
  JOIN things AS s ON s.id = f.subject
  JOIN things AS a ON a.id = f.one
  JOIN things AS z ON z.id = f.other
ORDER BY f.kind, subject_label, subject, one_says, one_label, one, other_label, other, other_says, claim, claim_other
