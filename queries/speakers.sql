-- Speakers who acted for a body.
SELECT DISTINCT b.iri AS body, b.label AS body_label, at.date, m.iri AS meeting, m.label AS meeting_label,
  o.iri AS official, o.label AS official_label, p.role, p.claim, p.claim_post
FROM bodies AS p
  JOIN meetings AS at ON at.meeting = p.meeting
  JOIN things AS m ON m.id = p.meeting
  JOIN things AS b ON b.id = p.agent
  JOIN things AS o ON o.id = p.official AND o.kind = 'official'
WHERE p.presence = 'present'
  AND p.role = 'speaker'  --- wide
  --? wide  AND p.role IN (SELECT role FROM roles WHERE within = 'speaking')
  --? body  AND p.agent IN :body
  --? official  AND p.official IN :official
  --? meeting  AND p.meeting IN :meeting
  --? since  AND at.last >= :since
  --? until  AND at.first <= :until
ORDER BY body_label, body, date, meeting_label, meeting, official_label, official, p.role, p.claim, p.claim_post
