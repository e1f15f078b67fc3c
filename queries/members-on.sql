-- Who held a post in a body on a day, graded, and which bodies were its members.
WITH asked AS (
  SELECT (SELECT max(issued_to) FROM issues) AS as_of  --- as_of
  --? as_of  SELECT :as_of AS as_of
),
bounded AS (
  SELECT h.*,
    coalesce(substr(first || '-01-01', 1, 10), start_to) AS attested_from,
    coalesce(last || CASE length(last) WHEN 4 THEN '-12-31' WHEN 7 THEN '-28' ELSE '' END, end_from) AS attested_to
  FROM tenures AS h
  WHERE true
  --? body  AND h.body IN :body
),
spans AS (
  SELECT asked.as_of, bounded.*, coalesce(min(start_to, attested_from), attested_from) AS since,
    coalesce(max(end_from, attested_to), attested_to) AS until,
    coalesce(asked.as_of >= start_to AND asked.as_of <= end_from, false) AS stated
  FROM bounded CROSS JOIN asked
),
holding AS (
  SELECT *, status = 'substantive' AND as_of <= until AND EXISTS (
      SELECT 1 FROM tenures AS rival
      WHERE rival.post = spans.post AND rival.person <> spans.person AND rival.status = 'substantive'
        AND rival.first <= spans.as_of AND rival.last >= spans.as_of
    ) AS contested,
    EXISTS (
      SELECT 1 FROM witnesses JOIN attestations AS a USING (claim)
      WHERE witnesses.tenure = spans.tenure AND a.status = spans.status AND a.attested = spans.as_of
    ) AS that_day
  FROM spans
  WHERE (start_from IS NULL OR as_of >= start_from) AND (end_to IS NULL OR as_of <= end_to) AND as_of >= since
    AND (stated OR status IN ('substantive', 'acting') OR (status = 'designate' AND as_of >= start_to))
    AND (as_of <= until OR NOT EXISTS (
      SELECT 1 FROM tenures AS later
      WHERE later.post = spans.post AND later.person <> spans.person AND later.status = 'substantive'
        AND later.first > spans.until AND later.first <= spans.as_of
    ))
),
found AS (
  SELECT body, person AS member, post, status,
    CASE WHEN contested THEN 'conflict' WHEN stated THEN 'stated' WHEN that_day THEN 'attested'
      WHEN as_of <= until THEN 'bracketed' ELSE 'last known' END AS grade,
    first AS since, NULL AS source, tenure AS claim
  FROM holding
  UNION ALL
  SELECT r.object, r.subject, NULL, NULL, NULL, i.published, NULL, r.claim
  FROM relations AS r JOIN issues AS i ON i.document = r.document CROSS JOIN asked
  WHERE r.relation = 'member-of' AND i.issued_to <= as_of
  --? body  AND r.object IN :body
  UNION ALL
  SELECT body, member, NULL, NULL, NULL, since, source, NULL
  FROM memberships CROSS JOIN asked
  WHERE since <= as_of
  --? body  AND body IN :body
)
SELECT DISTINCT b.iri AS body, b.label AS body_label, o.iri AS member, o.label AS member_label, t.iri AS post,
  t.label AS post_label, f.status, f.grade, f.since, f.source, f.claim
FROM found AS f
  JOIN things AS b ON b.id = f.body
  JOIN things AS o ON o.id = f.member
  LEFT JOIN things AS t ON t.id = f.post
ORDER BY body_label, 1, post_label, 5, member_label, 3, f.status, f.since, f.source, f.claim
