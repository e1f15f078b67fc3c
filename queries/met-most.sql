-- The same over the table of people: count, rank, and only then look for the claims of those who stand first.
WITH asked AS (
  SELECT NULL AS id  --- official
  --? official  SELECT id FROM things WHERE id IN :official
),
pairs AS MATERIALIZED (
  SELECT one.agent AS one, two.agent AS two, count(*) AS meetings, '[' || group_concat(one.meeting) || ']' AS at
  FROM people AS one CROSS JOIN people AS two ON two.meeting = one.meeting
    AND two.agent > one.agent  --- official
  --? official  AND two.agent <> one.agent
  WHERE true
  --? official  AND one.agent IN asked
  --? since  AND one.last >= :since
  --? until  AND one.first <= :until
  GROUP BY one.agent, two.agent
),
ranked AS (
  SELECT pairs.*, a.iri AS official, a.label AS official_label, b.iri AS other, b.label AS other_label
  FROM pairs JOIN things AS a ON a.id = one JOIN things AS b ON b.id = two
  WHERE :most < 0 OR meetings >= coalesce((SELECT meetings FROM pairs ORDER BY meetings DESC LIMIT 1 OFFSET :most), 0)
  ORDER BY meetings DESC, official_label, official, other_label, other
  LIMIT :most
)
SELECT official, official_label, other, other_label, meetings,
  (SELECT min(first) FROM json_each(at) CROSS JOIN people ON meeting = value AND agent = one) AS first_met,
  (SELECT max(first) FROM json_each(at) CROSS JOIN people ON meeting = value AND agent = one) AS last_met,
  (
    SELECT group_concat(claim, ' ') FROM json_each(at) CROSS JOIN participations ON meeting = value
    WHERE agent IN (one, two) AND presence = 'present'
  ) AS claims
FROM ranked
ORDER BY meetings DESC, official_label, official, other_label, other
