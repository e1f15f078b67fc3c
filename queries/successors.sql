-- Which body followed which, as documents say, and as the authority data knows.
SELECT DISTINCT a.iri AS predecessor, a.label AS predecessor_label, 'formerly' AS relation, z.iri AS successor,
  z.label AS successor_label, f.published, f.source, f.claim
FROM (
  SELECT r.object AS predecessor, r.subject AS successor, i.published, NULL AS source, r.claim
  FROM relations AS r JOIN issues AS i ON i.document = r.document
  WHERE r.relation = 'formerly'
  --? body  AND (r.subject IN :body OR r.object IN :body)
  --? document  AND r.document IN :document
  UNION ALL
  SELECT predecessor, successor, NULL, 'authority data', NULL
  FROM successions
  WHERE true
  --? body  AND (successor IN :body OR predecessor IN :body)
  --? document  AND false
) AS f
  JOIN things AS a ON a.id = f.predecessor
  JOIN things AS z ON z.id = f.successor
ORDER BY predecessor_label, predecessor, f.published, successor_label, successor, claim
