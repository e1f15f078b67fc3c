-- Which bodies were at which meeting that was held: themselves; by an official who took part on their behalf; or by one
-- of whom the same document says that they hold a post there. With the claims that say so.
CREATE TABLE bodies (meeting, agent, role, presence, official, claim, claim_post);
INSERT INTO bodies
SELECT DISTINCT meeting, agent, role, presence, official, claim, claim_post
FROM (
  SELECT meeting, agent, role, presence, NULL AS official, claim, NULL AS claim_post FROM participations
  UNION ALL
  SELECT meeting, behalf, role, presence, agent, claim, NULL FROM participations
  UNION ALL
  SELECT p.meeting, a.body, p.role, p.presence, p.agent, p.claim, a.claim
  FROM attestations AS a CROSS JOIN participations AS p ON p.document = a.document AND p.agent = a.person
  WHERE a.status IN ('substantive', 'acting')
)
WHERE presence IN ('present', 'represented')
  AND agent IN (SELECT id FROM things WHERE kind = 'body')
  AND meeting IN (SELECT meeting FROM meetings WHERE state = 'held')
ORDER BY meeting, agent, role, presence, official, claim, claim_post;
CREATE INDEX bodies_by_meeting_agent ON bodies (meeting, agent);
CREATE INDEX bodies_by_agent_meeting ON bodies (agent, meeting);
CREATE INDEX bodies_by_official ON bodies (official);
