-- Who sat in the chair of a meeting that was held, with the post that the same document attests.
SELECT DISTINCT m.iri AS meeting, m.label AS meeting_label, at.date, o.iri AS agent, o.label AS agent_label, p.role,
  t.iri AS post, t.label AS post_label, b.iri AS on_behalf_of, b.label AS on_behalf_of_label,
  CASE WHEN p.behalf IS NOT NULL THEN 'stated' WHEN a.body IS NOT NULL THEN 'post' END AS on_behalf_of_basis,
  p.claim, a.claim AS claim_post
FROM participations AS p
  JOIN meetings AS at ON at.meeting = p.meeting
  JOIN things AS m ON m.id = p.meeting
  JOIN things AS o ON o.id = p.agent
  LEFT JOIN attestations AS a ON a.document = p.document AND a.person = p.agent
    AND CASE WHEN p.capacity IS NULL THEN a.status <> 'former' ELSE a.post = p.capacity END
  LEFT JOIN things AS t ON t.id = a.post
  LEFT JOIN things AS b ON b.id = coalesce(p.behalf, a.body)
WHERE p.presence = 'present' AND at.state = 'held'
  AND p.role IN ('chair', 'co-chair')  --- wide
  --? wide  AND p.role IN (SELECT role FROM roles WHERE within = 'leading')
  --? meeting  AND p.meeting IN :meeting
  --? series  AND at.series IN :series
  --? official  AND p.agent IN :official
  --? document  AND p.document IN :document
  --? post  AND a.post IN :post
  --? body  AND (p.agent IN :body OR coalesce(p.behalf, a.body) IN :body)
  --? since  AND at.last >= :since
  --? until  AND at.first <= :until
ORDER BY date, meeting_label, meeting, agent_label, agent, p.role, post_label, post, on_behalf_of_label, p.claim,
  claim_post
