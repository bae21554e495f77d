-- What is drawn of many rooms, in SQL that PostgreSQL and DuckDB both take. `{schema}` is the schema's name.
-- Rehearsals are in none of them. Sums are exact. A number divided by another is a double.
-- A stage is a room. Money counts an application of a programme once: at the last stage here that confirmed its list.

-- What was asked for and given, by the place and theme of the application. Confirmed lists only; an application
-- that a later stage looked at again counts there alone.
CREATE OR REPLACE VIEW {schema}.awards_by_place_and_theme AS
SELECT s.currency, a.place, a.theme,
       count(*) AS applications,
       count(CASE WHEN a.decision IN ('fund', 'fund in part') THEN 1 END) AS awards,
       sum(a.asked) AS asked,
       sum(CASE WHEN a.decision IN ('fund', 'fund in part') THEN a.amount ELSE 0 END) AS given
FROM {schema}.application AS a JOIN {schema}.session AS s ON s.session_id = a.session_id
LEFT JOIN (SELECT DISTINCT t.follows, b.ref
           FROM {schema}.session AS t JOIN {schema}.application AS b ON b.session_id = t.session_id
           WHERE t.follows IS NOT NULL AND t.confirmed AND NOT t.rehearsal) AS later
  ON later.follows = a.session_id AND later.ref = a.ref
WHERE s.confirmed AND NOT s.rehearsal AND later.ref IS NULL
GROUP BY s.currency, a.place, a.theme;

-- What each room was asked for, had, and gave. Confirmed lists only; `went_on` are those a later stage looked at
-- again, which count there alone.
CREATE OR REPLACE VIEW {schema}.asked_against_given AS
SELECT s.session_id, s.title, s.date, s.place, s.currency, s.pot,
       count(CASE WHEN later.ref IS NULL THEN 1 END) AS applications,
       count(CASE WHEN later.ref IS NULL AND a.decision IN ('fund', 'fund in part') THEN 1 END) AS awards,
       sum(CASE WHEN later.ref IS NULL THEN a.asked ELSE 0 END) AS asked,
       sum(CASE WHEN later.ref IS NULL AND a.decision IN ('fund', 'fund in part') THEN a.amount ELSE 0 END) AS given,
       count(later.ref) AS went_on
FROM {schema}.session AS s JOIN {schema}.application AS a ON a.session_id = s.session_id
LEFT JOIN (SELECT DISTINCT t.follows, b.ref
           FROM {schema}.session AS t JOIN {schema}.application AS b ON b.session_id = t.session_id
           WHERE t.follows IS NOT NULL AND t.confirmed AND NOT t.rehearsal) AS later
  ON later.follows = a.session_id AND later.ref = a.ref
WHERE s.confirmed AND NOT s.rehearsal
GROUP BY s.session_id, s.title, s.date, s.place, s.currency, s.pot;

-- What the ballots came to, by rule and round, at whichever stage; the first row of each stands for it. Those set aside are left out.
CREATE OR REPLACE VIEW {schema}.agreement_by_round AS
SELECT s.rule, r.round, count(*) AS ballots,
       count(CASE WHEN r.outcome = 'We agree: yes' THEN 1 END) AS agreed_yes,
       count(CASE WHEN r.outcome = 'We agree: no' THEN 1 END) AS agreed_no,
       count(CASE WHEN r.outcome = 'We are split' THEN 1 END) AS split,
       count(CASE WHEN r.outcome = 'Not settled yet' THEN 1 END) AS not_settled,
       count(CASE WHEN r.outcome IN ('too-few', 'by-talking') THEN 1 END) AS too_few
FROM {schema}.round AS r JOIN {schema}.session AS s ON s.session_id = r.session_id
WHERE r.position = 0 AND NOT r.void AND NOT s.rehearsal
GROUP BY s.rule, r.round;

-- The minutes an application took, planned and in truth, by how many applications the room heard that day.
CREATE OR REPLACE VIEW {schema}.minutes_an_application AS
SELECT heard, count(*) AS rooms,
       CAST(sum(planned) AS double precision) / CAST(sum(heard) AS double precision) AS planned_each,
       CAST(sum(took) AS double precision) / CAST(sum(heard) AS double precision) AS minutes_each
FROM (SELECT t.session_id, count(*) AS heard, sum(t.planned_minutes) AS planned, sum(t.minutes) AS took
      FROM {schema}.step AS t JOIN {schema}.session AS s ON s.session_id = t.session_id
      WHERE t.kind = 'application' AND t.minutes IS NOT NULL AND NOT s.rehearsal
      GROUP BY t.session_id) AS day
GROUP BY heard;

-- How members felt the first time and the last, in rooms that were asked more than once.
CREATE OR REPLACE VIEW {schema}.felt_then_and_now AS
SELECT f.question, CASE WHEN f.moment = b.began THEN 'then' ELSE 'now' END AS asked, f.band,
       count(DISTINCT f.session_id) AS rooms, sum(f.count) AS answers
FROM {schema}.felt AS f
JOIN (SELECT session_id, question, min(moment) AS began, max(moment) AS closed
      FROM {schema}.felt GROUP BY session_id, question) AS b
  ON b.session_id = f.session_id AND b.question = f.question
JOIN {schema}.session AS s ON s.session_id = f.session_id
WHERE b.began < b.closed AND f.moment IN (b.began, b.closed) AND NOT s.rehearsal
GROUP BY f.question, CASE WHEN f.moment = b.began THEN 'then' ELSE 'now' END, f.band;

-- Where rooms met, by name.
CREATE OR REPLACE VIEW {schema}.rooms_by_place AS
SELECT place, currency, count(*) AS rooms, sum(sat) AS people, sum(pot) AS pot,
       count(CASE WHEN confirmed THEN 1 END) AS confirmed
FROM {schema}.session
WHERE NOT rehearsal
GROUP BY place, currency;
