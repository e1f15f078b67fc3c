-- At how many of the known editions of a series each body was.
WITH editions AS (
  SELECT series, count(*) AS editions, min(ordinal) AS lowest, max(ordinal) AS highest
  FROM meetings WHERE state = 'held' AND ordinal IS NOT NULL AND series IS NOT NULL
  --? series  AND series IN :series
  GROUP BY series
),
attended AS (
  SELECT at.series, p.agent, count(DISTINCT p.meeting) AS attended, min(at.ordinal) AS first_edition,
    max(at.ordinal) AS last_edition, group_concat(p.claim, ' ') AS claims
  FROM meetings AS at JOIN participations AS p ON p.meeting = at.meeting
  WHERE at.state = 'held' AND at.ordinal IS NOT NULL AND p.presence IN ('present', 'represented')
  --? series  AND at.series IN :series
  --? body  AND p.agent IN :body
  GROUP BY at.series, p.agent
)
SELECT s.iri AS series, s.label AS series_label, b.iri AS body, b.label AS body_label, attended, editions, first_edition,
  last_edition,
  CASE WHEN editions = 1 THEN 'only edition known' WHEN attended = editions THEN 'every edition'
    WHEN last_edition < highest THEN 'dropped out' WHEN first_edition > lowest THEN 'joined' ELSE 'not always' END AS record,
  claims
FROM attended
  JOIN editions USING (series)
  JOIN things AS s ON s.id = series
  JOIN things AS b ON b.id = agent AND b.kind = 'body'
ORDER BY series_label, s.iri, attended DESC, body_label, b.iri
