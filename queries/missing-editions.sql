-- The gap before each edition whose number does not follow that of another.
WITH editions AS (
  SELECT series, meeting, ordinal, date, coalesce((
    SELECT max(other.ordinal) FROM meetings AS other WHERE other.series = at.series AND other.ordinal < at.ordinal
  ), 0) AS before
  FROM meetings AS at WHERE ordinal IS NOT NULL AND series IS NOT NULL
  --? series  AND series IN :series
)
SELECT DISTINCT s.iri AS series, s.label AS series_label, before + 1 AS missing_from, e.ordinal - 1 AS missing_to,
  m.iri AS next_edition, m.label AS next_edition_label, e.date, r.claim
FROM editions AS e
  JOIN things AS s ON s.id = e.series
  JOIN things AS m ON m.id = e.meeting
  JOIN reports AS r ON r.meeting = e.meeting AND r.ordinal = e.ordinal
WHERE before + 1 < e.ordinal
ORDER BY series_label, 1, missing_from, next_edition_label, next_edition, claim
