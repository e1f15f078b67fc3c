-- The same over the table of people: count, rank, and only then look at the meetings of those who stand first. A pair is
-- one number (its first person in the upper half): they are grouped in half the time of two.
WITH pairs AS MATERIALIZED (
  SELECT one.agent << 32 | two.agent AS pair, count(*) AS meetings
  FROM people AS one CROSS JOIN people AS two ON two.meeting = one.meeting
    AND two.agent > one.agent  --- official
  --? official  AND two.agent <> one.agent
  WHERE true
  --? official  AND one.agent IN :official
  --? since  AND one.last >= :since
  --? until  AND one.first <= :until
  GROUP BY pair
),
ranked AS MATERIALIZED (
  SELECT pair >> 32 AS one, pair & 0xffffffff AS two, meetings, a.iri AS official, a.label AS official_label,
    b.iri AS other, b.label AS other_label
  FROM pairs JOIN things AS a ON a.id = pair >> 32 JOIN things AS b ON b.id = pair & 0xffffffff
  WHERE :most < 0 OR meetings >= coalesce((SELECT meetings FROM pairs ORDER BY meetings DESC LIMIT 1 OFFSET :most), 0)
  ORDER BY meetings DESC, official_label, official, other_label, other
  LIMIT :most
),
shared AS MATERIALIZED (
  SELECT one, two, mine.meeting, mine.first
  FROM ranked
    CROSS JOIN people AS mine ON mine.agent = one
    CROSS JOIN people AS theirs ON theirs.agent = two AND theirs.meeting = mine.meeting
  WHERE true
  --? since  AND mine.last >= :since
  --? until  AND mine.first <= :until
),
days AS (
  SELECT one, two, min(first) AS first_met, max(first) AS last_met FROM shared GROUP BY one, two
),
said AS (
  SELECT one, two, group_concat(claim, ' ') AS claims
  FROM shared CROSS JOIN participations AS p ON p.agent IN (one, two) AND p.meeting = shared.meeting
  WHERE p.presence = 'present'
  GROUP BY one, two
)
SELECT official, official_label, other, other_label, meetings, first_met, last_met, claims
FROM ranked JOIN days USING (one, two) JOIN said USING (one, two)
ORDER BY meetings DESC, official_label, official, other_label, other
