-- At how many meetings that were held two people were both present, the first and the last day; who met most stand first.
CREATE TABLE pairs (meetings, one, two, first, last, PRIMARY KEY (meetings DESC, one, two)) WITHOUT ROWID;
INSERT INTO pairs
SELECT count(*), one.agent, two.agent, min(one.first), max(one.first)
FROM people AS one CROSS JOIN people AS two ON two.meeting = one.meeting AND two.agent > one.agent
GROUP BY one.agent << 32 | two.agent
ORDER BY 1 DESC, 2, 3;
