-- Meetings held at which two bodies took part, themselves or by those who act for them: two, not one who acts for both.
SELECT DISTINCT m.iri AS meeting, m.label AS meeting_label, at.date, b.iri AS body, b.label AS body_label,
  x.iri AS other, x.label AS other_label, one.claim, one.claim_post AS claim_body_post, two.claim AS claim_other,
  two.claim_post AS claim_other_post
FROM bodies AS one
  JOIN bodies AS two ON two.meeting = one.meeting
  JOIN meetings AS at ON at.meeting = one.meeting
  JOIN things AS m ON m.id = one.meeting
  JOIN things AS b ON b.id = one.agent
  JOIN things AS x ON x.id = two.agent
WHERE one.agent <> two.agent AND coalesce(one.official, one.agent) <> coalesce(two.official, two.agent)
  AND one.agent < two.agent  --- body
  --? body  AND one.agent IN :body
  --? other  AND two.agent IN :other
  --? series  AND at.series IN :series
  --? since  AND at.last >= :since
  --? until  AND at.first <= :until
ORDER BY date, meeting_label, meeting, body_label, body, other_label, other, one.claim, claim_body_post, claim_other,
  claim_other_post
