-- The same over the table of people and that of pairs: rank, and only then look for the words on those who stand first.
-- Pairs are counted anew where not all people and meetings count (`all_count`: one row, or none), as one number (the
-- first person in the upper half), so that they are grouped in half the time of two.
WITH all_count AS MATERIALIZED (
  SELECT 1 WHERE true
  --? official  AND false
  --? since  AND false
  --? until  AND false
),
counted AS MATERIALIZED (
  SELECT count(*) AS meetings, one.agent << 32 | two.agent AS pair, min(one.first) AS first, max(one.first) AS last
    , NULL AS shared  --- official
    --? official  , json_group_array(one.meeting) AS shared
  FROM people AS one CROSS JOIN people AS two ON two.meeting = one.meeting
    AND two.agent > one.agent  --- official
  --? official  AND two.agent <> one.agent
  WHERE NOT EXISTS (SELECT 1 FROM all_count)
  --? official  AND one.agent IN :official
  --? since  AND one.last >= :since
  --? until  AND one.first <= :until
  GROUP BY pair
),
fewest AS MATERIALIZED (
  SELECT CASE WHEN :most < 0 THEN 0 WHEN EXISTS (SELECT 1 FROM all_count)
    THEN coalesce((SELECT meetings FROM pairs ORDER BY meetings DESC LIMIT 1 OFFSET :most), 0)
    ELSE coalesce((SELECT meetings FROM counted ORDER BY meetings DESC LIMIT 1 OFFSET :most), 0) END AS number
),
foremost AS (
  SELECT meetings, pair >> 32 AS one, pair & 0xffffffff AS two, first, last, shared
  FROM fewest CROSS JOIN counted ON meetings >= number
  UNION ALL
  SELECT meetings, one, two, first, last, NULL
  FROM all_count CROSS JOIN fewest CROSS JOIN pairs ON meetings >= number
),
ranked AS MATERIALIZED (
  SELECT meetings, one, two, first, last, shared, a.iri AS official, a.label AS official_label, b.iri AS other,
    b.label AS other_label
  FROM foremost CROSS JOIN things AS a ON a.id = one CROSS JOIN things AS b ON b.id = two
  ORDER BY meetings DESC, official_label, official, other_label, other
  LIMIT :most
)
SELECT official, official_label, other, other_label, meetings, first AS first_met, last AS last_met,
  (
    SELECT group_concat(claim, ' ')
    FROM people AS theirs CROSS JOIN people AS mine ON mine.meeting = theirs.meeting AND theirs.agent = two  --- official
    --? official  FROM json_each(shared) AS met CROSS JOIN people AS mine ON mine.meeting = met.value
      CROSS JOIN participations AS p ON p.agent IN (one, two) AND p.meeting = mine.meeting
    WHERE mine.agent = one AND p.presence = 'present'
    --? since  AND mine.last >= :since
    --? until  AND mine.first <= :until
  ) AS claims
FROM ranked
ORDER BY meetings DESC, official_label, official, other_label, other
