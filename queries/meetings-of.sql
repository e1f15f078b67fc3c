-- The meetings that an official attended, with the post that the same document attests.
SELECT DISTINCT o.iri AS official, o.label AS official_label, m.iri AS meeting, m.label AS meeting_label, at.date, p.role,
  p.presence, t.iri AS post, t.label AS post_label, p.claim, a.claim AS claim_post
FROM participations AS p
  JOIN meetings AS at ON at.meeting = p.meeting
  JOIN things AS m ON m.id = p.meeting
  JOIN things AS o ON o.id = p.agent
  LEFT JOIN attestations AS a ON a.document = p.document AND a.person = p.agent
    AND CASE WHEN p.capacity IS NULL THEN a.status <> 'former' ELSE a.post = p.capacity END
  LEFT JOIN things AS t ON t.id = a.post
WHERE p.presence IN ('present', 'represented') AND at.state = 'held' AND o.kind = 'official'
  --? official  AND p.agent IN :official
  --? meeting  AND p.meeting IN :meeting
  --? series  AND at.series IN :series
  --? document  AND p.document IN :document
  --? body  AND (p.behalf IN :body OR a.body IN :body)
  --? since  AND at.last >= :since
  --? until  AND at.first <= :until
ORDER BY official_label, official, date, meeting_label, meeting, role, presence, post_label, post, p.claim, claim_post
