-- The tenures of a post, and the time between two of them when it is of one seat and nobody was there.
WITH spans AS (
  SELECT *, min(coalesce(first, '9999'), coalesce(start_from, '9999'), coalesce(start_to, '9999'),
      coalesce(end_from, '9999'), coalesce(end_to, '9999')) AS early,
    max(coalesce(last, ''), coalesce(start_from, ''), coalesce(start_to, ''), coalesce(end_from, ''),
      coalesce(end_to, '')) AS late
  FROM tenures
),
spells AS (
  SELECT post, body, person, status, first, last, start_from, start_to, end_from, end_to, tenure AS claim, NULL AS next
  FROM tenures
  WHERE true
  --? post  AND post IN :post
  --? official  AND person IN :official
  --? body  AND body IN :body
  --? as_of  AND (start_from IS NULL OR start_from <= :as_of)
  UNION ALL
  SELECT h.post, h.body, NULL, 'vacant', NULL, NULL, h.end_to, NULL, NULL, n.start_from, h.tenure, n.tenure
  FROM tenures AS h
    JOIN seats AS s ON s.post = h.post AND s.seats = 1
    JOIN tenures AS n ON n.post = h.post AND n.person <> h.person AND h.end_to < n.start_from
  WHERE h.status IN ('substantive', 'former')
    AND NOT EXISTS (
      SELECT 1 FROM spans AS between_them
      WHERE between_them.post = h.post AND between_them.status <> 'acting' AND between_them.person NOT IN (h.person, n.person)
        AND between_them.early <= n.start_from AND between_them.late >= h.end_to
    )
  --? post  AND h.post IN :post
  --? body  AND h.body IN :body
  --? official  AND false
  --? as_of  AND h.end_to < :as_of AND :as_of < n.start_from
)
SELECT DISTINCT t.iri AS post, t.label AS post_label, b.iri AS body, b.label AS body_label, o.iri AS official,
  o.label AS official_label, h.status, h.first AS first_attested, h.last AS last_attested,
  h.start_from AS start_not_before, h.start_to AS start_not_after, h.end_from AS end_not_before,
  h.end_to AS end_not_after, h.claim, h.next AS claim_next
FROM spells AS h
  JOIN things AS t ON t.id = h.post
  LEFT JOIN things AS b ON b.id = h.body
  LEFT JOIN things AS o ON o.id = h.person
ORDER BY post_label, 1, coalesce(h.start_from, h.first, h.end_to), first_attested, last_attested, official_label, official,
  h.status, h.claim, claim_next
