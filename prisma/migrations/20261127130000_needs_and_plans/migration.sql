-- What a goal is about: a word of ten, counted by area, and null where nobody said (docs/decisions/053).

ALTER TABLE "mentoring_goal" ADD COLUMN "need_area" TEXT;

ALTER TABLE mentoring_goal ADD CONSTRAINT mentoring_goal_need_area CHECK (need_area IN
  ('language', 'housing', 'work', 'health', 'education', 'papers', 'money', 'community', 'safety', 'other'));

-- Whether any coordinator has no part in what somebody asks or would ask: a network whose only one is the mentor has nobody
-- to answer. The same as `isImpartial` in packages/db/src/mentoring-parts.server.ts, for whoever coordinates.
CREATE FUNCTION app.has_answerer(of_network uuid, of_relation uuid, asker uuid) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = pg_catalog, public
  AS $$ SELECT EXISTS (
    SELECT FROM public.role_assignment c
    WHERE c.network_id = of_network AND c.role = 'coordinator' AND c.object_id IS NULL AND c.person_id <> asker
      AND c.valid_from <= now() AND (c.valid_until IS NULL OR c.valid_until > now())
      AND NOT EXISTS (SELECT FROM public.mentoring_relation r
        JOIN public.mentor_profile p ON p.network_id = r.network_id AND p.id = r.mentor_id
        WHERE r.network_id = of_network AND r.id = of_relation AND p.person_id = c.person_id)
      AND NOT EXISTS (SELECT FROM public.mentoring_relation_mentee m
        JOIN public.mentee_profile e ON e.network_id = m.network_id AND e.id = m.mentee_id
        WHERE m.network_id = of_network AND m.relation_id = of_relation AND e.person_id = c.person_id)
      AND NOT (of_relation IS NULL AND EXISTS (SELECT FROM public.mentee_profile e
        JOIN public.mentoring_relation_mentee m ON m.network_id = e.network_id AND m.mentee_id = e.id AND m.left_on IS NULL
        JOIN public.mentoring_relation r ON r.network_id = e.network_id AND r.id = m.relation_id
          AND r.state IN ('proposed', 'accepted_by_both', 'agreement_signed', 'active', 'paused', 'closing')
        JOIN public.mentor_profile p ON p.network_id = e.network_id AND p.id = r.mentor_id
        WHERE e.network_id = of_network AND e.person_id = asker AND p.person_id = c.person_id))) $$;

-- The operator sees how many such asks wait where mentoring goes on, and of none what it says, who asked or where.
CREATE POLICY across_asks ON mentoring_ask FOR SELECT TO tessera_definer USING (true);
CREATE POLICY across_asks ON mentoring_relation FOR SELECT TO tessera_definer USING (true);
CREATE POLICY across_asks ON mentoring_relation_mentee FOR SELECT TO tessera_definer USING (true);
CREATE POLICY across_asks ON mentor_profile FOR SELECT TO tessera_definer USING (true);
CREATE POLICY across_asks ON mentee_profile FOR SELECT TO tessera_definer USING (true);
GRANT SELECT (network_id, relation_id, person_id, answer) ON mentoring_ask TO tessera_definer;
GRANT SELECT (network_id, id, mentor_id, state) ON mentoring_relation TO tessera_definer;
GRANT SELECT (network_id, relation_id, mentee_id, left_on) ON mentoring_relation_mentee TO tessera_definer;
GRANT SELECT (network_id, id, person_id) ON mentor_profile, mentee_profile TO tessera_definer;
GRANT CREATE ON SCHEMA app TO tessera_definer;
CREATE FUNCTION app.asks_without_answerer() RETURNS int
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT count(*)::int FROM public.mentoring_ask k
        JOIN public.network n ON n.id = k.network_id
        WHERE app.door() = 'platform' AND k.answer IS NULL
          AND n.state IN ('draft', 'active') AND n.id <> ALL (app.networks_without('mentoring'))
          AND EXISTS (SELECT FROM public.role_assignment o WHERE o.network_id = k.network_id AND o.person_id = k.person_id
            AND o.role IN ('coordinator', 'mentor', 'community_leader')
            AND o.valid_from <= now() AND (o.valid_until IS NULL OR o.valid_until > now()))
          AND NOT app.has_answerer(k.network_id, k.relation_id, k.person_id) $$;
ALTER FUNCTION app.asks_without_answerer() OWNER TO tessera_definer;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;
REVOKE ALL ON FUNCTION app.has_answerer(uuid, uuid, uuid), app.asks_without_answerer() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.has_answerer(uuid, uuid, uuid) TO tessera_app, tessera_definer;
GRANT EXECUTE ON FUNCTION app.asks_without_answerer() TO tessera_app;
