-- People who acted for a body at a meeting where another took part, not by the same person.
SELECT DISTINCT b.iri AS body, b.label AS body_label, x.iri AS other, x.label AS other_label, at.date, m.iri AS meeting,
  m.label AS meeting_label, o.iri AS official, o.label AS official_label, one.role, one.claim, one.claim_post,
  two.claim AS claim_other, two.claim_post AS claim_other_post
FROM bodies AS one
  JOIN bodies AS two ON two.meeting = one.meeting AND two.agent <> one.agent
    AND coalesce(two.official, two.agent) <> one.official
  JOIN meetings AS at ON at.meeting = one.meeting
  JOIN things AS m ON m.id = one.meeting
  JOIN things AS b ON b.id = one.agent
  JOIN things AS x ON x.id = two.agent
  JOIN things AS o ON o.id = one.official AND o.kind = 'official'
WHERE one.presence = 'present'
  --? body  AND one.agent IN :body
  --? other  AND two.agent IN :other
  --? official  AND one.official IN :official
  --? since  AND at.last >= :since
  --? until  AND at.first <= :until
ORDER BY body_label, body, other_label, other, date, meeting_label, meeting, official_label, official, one.role, one.claim,
  one.claim_post, claim_other, claim_other_post
