-- The same over the table of participations.
WITH there AS MATERIALIZED (
  SELECT DISTINCT meeting, agent, first FROM participations JOIN things ON things.id = agent
  WHERE presence = 'present' AND kind = 'official'
  --? since  AND last >= :since
  --? until  AND first <= :until
),
pairs AS MATERIALIZED (
  SELECT one.agent AS one, two.agent AS two, count(*) AS meetings, min(one.first) AS first_met, max(one.first) AS last_met
  FROM there AS one JOIN there AS two ON two.meeting = one.meeting
    AND two.agent > one.agent  --- official
  --? official  AND two.agent <> one.agent
  --? official  WHERE one.agent IN (SELECT id FROM things WHERE iri IN (SELECT value FROM json_each(:official)))
  GROUP BY one.agent, two.agent
),
first AS (
  SELECT pairs.*, a.iri AS official, a.label AS official_label, b.iri AS other, b.label AS other_label
  FROM pairs JOIN things AS a ON a.id = one JOIN things AS b ON b.id = two
  ORDER BY meetings DESC, official_label, official, other_label, other
  LIMIT :most
)
SELECT official, official_label, other, other_label, meetings, first_met, last_met,
  (
    SELECT group_concat(claim, ' ') FROM (
      SELECT DISTINCT mine.claim AS claim
      FROM participations AS mine JOIN participations AS theirs ON theirs.meeting = mine.meeting
      WHERE mine.presence = 'present' AND theirs.presence = 'present'
        AND (mine.agent = one AND theirs.agent = two OR mine.agent = two AND theirs.agent = one)
        --? since  AND mine.last >= :since
        --? until  AND mine.first <= :until
    )
  ) AS claims
FROM first
ORDER BY meetings DESC, official_label, official, other_label, other
