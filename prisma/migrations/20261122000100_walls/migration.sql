-- The walls between networks: states, row-level security, grants, and the few functions that look across.

CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;

DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'tessera_app') THEN CREATE ROLE tessera_app NOLOGIN; END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'tessera_jobs') THEN CREATE ROLE tessera_jobs NOLOGIN; END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'tessera_definer') THEN CREATE ROLE tessera_definer NOLOGIN; END IF;
END $$;

CREATE SCHEMA IF NOT EXISTS app;

CREATE OR REPLACE FUNCTION app.network_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.network_id', true), '')::uuid $$;
CREATE OR REPLACE FUNCTION app.person_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.person_id', true), '')::uuid $$;
CREATE OR REPLACE FUNCTION app.door() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(current_setting('app.door', true), '') $$;

-- For search: case, diacritics and the two Romanian spellings of s and t with a mark below count as one.
CREATE OR REPLACE FUNCTION app.fold(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  SET search_path = pg_catalog, public
  AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, value)) $$;

-- States are text with a check: an enum cannot use an index under row-level security.
ALTER TABLE person ADD CONSTRAINT person_email_lower CHECK (email = lower(email)),
  ADD CONSTRAINT person_name_order CHECK (name_order IN ('given_first', 'family_first')),
  ADD CONSTRAINT person_state CHECK (state IN ('active', 'locked', 'deactivated', 'anonymised'));
ALTER TABLE login_token ADD CONSTRAINT login_token_purpose CHECK (purpose IN ('code', 'password_reset'));
ALTER TABLE network
  ADD CONSTRAINT network_kind CHECK (kind IN ('platform', 'outreach', 'regional', 'county', 'municipal', 'partnership')),
  ADD CONSTRAINT network_state CHECK (state IN ('draft', 'active', 'suspended', 'closed', 'archived')),
  ADD CONSTRAINT network_code CHECK (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  ADD CONSTRAINT network_accent CHECK (accent ~ '^#[0-9a-f]{6}$'),
  ADD CONSTRAINT network_not_own_parent CHECK (parent_id IS DISTINCT FROM id);
ALTER TABLE network_link
  ADD CONSTRAINT network_link_state CHECK (state IN ('proposed', 'accepted', 'revoked')),
  ADD CONSTRAINT network_link_two CHECK (network_id <> other_network_id);
ALTER TABLE share
  ADD CONSTRAINT share_object_kind CHECK (object_kind IN ('training')),
  ADD CONSTRAINT share_two CHECK (network_id <> recipient_network_id),
  ADD CONSTRAINT share_active CHECK (is_active = (revoked_at IS NULL));
ALTER TABLE phase
  ADD CONSTRAINT phase_dates CHECK (ends_on >= starts_on),
  ADD CONSTRAINT phase_participant_form CHECK (participant_form IN ('none', 'annex_I', 'annex_II', 'annex_III', 'local'));
ALTER TABLE budget_line ADD CONSTRAINT budget_line_kind CHECK (kind IN ('total', 'grant', 'own_contribution', 'other'));
ALTER TABLE membership
  ADD CONSTRAINT membership_role CHECK (role IN ('lead', 'partner', 'associated_policy_authority', 'member', 'observer', 'service_provider')),
  ADD CONSTRAINT membership_state CHECK (state IN ('invited', 'applied', 'under_review', 'active', 'suspended', 'left')),
  ADD CONSTRAINT membership_guest_hidden CHECK (NOT (is_guest AND is_public));
ALTER TABLE institution ADD CONSTRAINT institution_state CHECK (state IN ('draft', 'verified', 'inactive'));
ALTER TABLE role_assignment ADD CONSTRAINT role_assignment_role CHECK (role IN ('platform_admin', 'coordinator',
  'institution_manager', 'trainer', 'mentor', 'community_leader', 'outreach_adviser', 'volunteer', 'viewer'));
ALTER TABLE invitation ADD CONSTRAINT invitation_email_lower CHECK (email = lower(email));
ALTER TABLE training
  ADD CONSTRAINT training_kind CHECK (kind IN ('training', 'information_session', 'study_visit', 'meeting')),
  ADD CONSTRAINT training_mode CHECK (mode IN ('onsite', 'online', 'hybrid')),
  ADD CONSTRAINT training_audience CHECK (audience IN ('institution_staff', 'leaders', 'volunteers', 'public')),
  ADD CONSTRAINT training_promotion CHECK (promotion IN ('automatic', 'offer')),
  ADD CONSTRAINT training_visibility CHECK (visibility IN ('network', 'public')),
  ADD CONSTRAINT training_state CHECK (state IN ('draft', 'submitted', 'published', 'registration_closed', 'running',
    'completed', 'documented', 'archived', 'postponed', 'cancelled')),
  ADD CONSTRAINT training_dates CHECK (ends_at > starts_at),
  ADD CONSTRAINT training_capacity CHECK (capacity BETWEEN 0 AND 100000),
  ADD CONSTRAINT training_quota CHECK (quota_per_institution IS NULL OR quota_per_institution > 0),
  ADD CONSTRAINT training_threshold CHECK (attendance_threshold BETWEEN 1 AND 100),
  ADD CONSTRAINT training_counts CHECK (taken_count >= 0 AND waiting_count >= 0),
  ADD CONSTRAINT training_never_oversold CHECK (taken_count <= greatest(capacity, honoured_count));
ALTER TABLE training_session
  ADD CONSTRAINT training_session_half_day CHECK (half_day IN ('am', 'pm')),
  ADD CONSTRAINT training_session_dates CHECK (ends_at > starts_at);
ALTER TABLE participant ADD CONSTRAINT participant_email_lower CHECK (email = lower(email)),
  ADD CONSTRAINT participant_name_order CHECK (name_order IN ('given_first', 'family_first'));
ALTER TABLE seat
  ADD CONSTRAINT seat_state CHECK (state IN ('waiting', 'offered', 'confirmed', 'cancelled', 'lapsed')),
  ADD CONSTRAINT seat_offer CHECK ((state = 'offered') = (offered_until IS NOT NULL));
ALTER TABLE attendance_record ADD CONSTRAINT attendance_record_state CHECK (state IN ('present', 'absent', 'excused'));
ALTER TABLE certificate ADD CONSTRAINT certificate_state CHECK (state IN ('issued', 'revoked'));
ALTER TABLE message ADD CONSTRAINT message_state CHECK (state IN ('pending', 'sending', 'sent', 'uncertain', 'failed'));

-- One person has one living seat in a training, whoever asks for it.
CREATE UNIQUE INDEX seat_one_per_participant ON seat (network_id, training_id, participant_id)
  WHERE state IN ('waiting', 'offered', 'confirmed');
CREATE INDEX seat_queue ON seat (network_id, training_id, state, queue);
CREATE INDEX seat_offered ON seat (offered_until) WHERE state = 'offered';
CREATE INDEX domain_event_undelivered ON domain_event (id) WHERE delivered_at IS NULL;
CREATE INDEX domain_event_failed ON domain_event (failed_at) WHERE failed_at IS NOT NULL;
CREATE UNIQUE INDEX role_assignment_once ON role_assignment
  (network_id, person_id, role, coalesce(institution_id, '00000000-0000-0000-0000-000000000000'::uuid))
  WHERE valid_until IS NULL;
CREATE UNIQUE INDEX participant_once_per_person ON participant (network_id, person_id, coalesce(institution_id, '00000000-0000-0000-0000-000000000000'::uuid))
  WHERE person_id IS NOT NULL;

-- The platform's own row: the roles of its operators and its own events hang on it. It is never shown as a network.
INSERT INTO network (id, code, kind, default_language, interface_languages, content_languages, accent, time_zone)
  VALUES ('00000000-0000-7000-8000-000000000001', 'platform', 'platform', 'en', '{en}', '{en}', '#3d4f5c', 'UTC');
INSERT INTO network_text (network_id, language, name) VALUES ('00000000-0000-7000-8000-000000000001', 'en', 'Tessera');

-- Row-level security, forced on every table. Without a network every network table is empty and refuses writing.
DO $$ DECLARE t text; BEGIN
  FOR t IN SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname <> '_prisma_migrations' LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['network_link', 'share', 'phase', 'funder', 'budget_line', 'membership', 'role_assignment',
    'invitation', 'training', 'training_text', 'training_session', 'training_trainer', 'participant', 'registration',
    'seat', 'attendance_record', 'certificate', 'domain_event', 'message'] LOOP
    EXECUTE format('CREATE POLICY own_network ON public.%I FOR ALL TO tessera_app
      USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()))', t);
  END LOOP;
END $$;

-- What is public, shared, or linked can be read from outside; writing is bound by own_network alone. PostgreSQL asks
-- policies from the last name to the first: own_network, the cheapest, stands after these in the alphabet.
CREATE POLICY open_or_shared ON training FOR SELECT TO tessera_app USING (
  state IN ('published', 'registration_closed', 'running', 'completed', 'documented', 'postponed', 'cancelled')
  AND (visibility = 'public' OR EXISTS (
    SELECT 1 FROM share s WHERE s.network_id = training.network_id AND s.object_id = training.id AND s.is_active
      AND s.recipient_network_id = (SELECT app.network_id()))));
CREATE POLICY along_with_training ON training_text FOR SELECT TO tessera_app USING (EXISTS (
  SELECT 1 FROM training t WHERE t.network_id = training_text.network_id AND t.id = training_text.training_id));
CREATE POLICY along_with_training ON training_session FOR SELECT TO tessera_app USING (EXISTS (
  SELECT 1 FROM training t WHERE t.network_id = training_session.network_id AND t.id = training_session.training_id));
CREATE POLICY as_recipient ON share FOR SELECT TO tessera_app USING (recipient_network_id = (SELECT app.network_id()));
CREATE POLICY as_other_side ON network_link FOR SELECT TO tessera_app USING (other_network_id = (SELECT app.network_id()));
CREATE POLICY directory ON membership FOR SELECT TO tessera_app USING (is_public AND state = 'active');
CREATE POLICY open_phase ON phase FOR SELECT TO tessera_app USING (is_public);
CREATE POLICY along_with_phase ON funder FOR SELECT TO tessera_app USING (EXISTS (
  SELECT 1 FROM phase p WHERE p.network_id = funder.network_id AND p.id = funder.phase_id));
CREATE POLICY open_budget ON budget_line FOR SELECT TO tessera_app USING (is_public);
CREATE POLICY held_by_person ON role_assignment FOR SELECT TO tessera_app USING (person_id = (SELECT app.person_id()));

-- Global tables, each behind its own door.
CREATE POLICY card ON network FOR SELECT TO tessera_app USING (true);
CREATE POLICY founding ON network FOR INSERT TO tessera_app WITH CHECK ((SELECT app.door()) = 'platform');
CREATE POLICY keeping ON network FOR UPDATE TO tessera_app
  USING ((SELECT app.door()) = 'platform' OR id = (SELECT app.network_id()))
  WITH CHECK ((SELECT app.door()) = 'platform' OR id = (SELECT app.network_id()));
CREATE POLICY card ON network_text FOR SELECT TO tessera_app USING (true);
CREATE POLICY keeping ON network_text FOR ALL TO tessera_app
  USING ((SELECT app.door()) = 'platform' OR network_id = (SELECT app.network_id()))
  WITH CHECK ((SELECT app.door()) = 'platform' OR network_id = (SELECT app.network_id()));
CREATE POLICY card ON institution FOR SELECT TO tessera_app USING (true);
CREATE POLICY register ON institution FOR ALL TO tessera_app
  USING ((SELECT app.door()) = 'register') WITH CHECK ((SELECT app.door()) = 'register');
CREATE POLICY card ON institution_text FOR SELECT TO tessera_app USING (true);
CREATE POLICY register ON institution_text FOR ALL TO tessera_app
  USING ((SELECT app.door()) = 'register') WITH CHECK ((SELECT app.door()) = 'register');
CREATE POLICY identity ON person FOR ALL TO tessera_app
  USING ((SELECT app.door()) = 'identity') WITH CHECK ((SELECT app.door()) = 'identity');
CREATE POLICY in_network ON person FOR SELECT TO tessera_app USING (EXISTS (
  SELECT 1 FROM role_assignment r WHERE r.person_id = person.id AND r.network_id = (SELECT app.network_id())));
CREATE POLICY identity ON login FOR ALL TO tessera_app
  USING ((SELECT app.door()) = 'identity') WITH CHECK ((SELECT app.door()) = 'identity');
CREATE POLICY identity ON session FOR ALL TO tessera_app
  USING ((SELECT app.door()) = 'identity') WITH CHECK ((SELECT app.door()) = 'identity');
CREATE POLICY identity ON login_token FOR ALL TO tessera_app
  USING ((SELECT app.door()) = 'identity') WITH CHECK ((SELECT app.door()) = 'identity');
CREATE POLICY counters ON rate_limit FOR ALL TO tessera_app USING (true) WITH CHECK (true);

-- The relay sees that something happened, not what.
CREATE POLICY relay ON domain_event FOR ALL TO tessera_jobs USING (true) WITH CHECK (true);
CREATE POLICY across ON domain_event FOR SELECT TO tessera_definer USING (true);
CREATE POLICY across_retry ON domain_event FOR UPDATE TO tessera_definer USING (true) WITH CHECK (true);
CREATE POLICY across ON network FOR SELECT TO tessera_definer USING (true);
CREATE POLICY across ON training FOR SELECT TO tessera_definer USING (true);
CREATE POLICY across ON seat FOR SELECT TO tessera_definer USING (true);
CREATE POLICY by_code ON certificate FOR SELECT TO tessera_definer USING (true);

GRANT USAGE ON SCHEMA public, app TO tessera_app, tessera_jobs, tessera_definer;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO tessera_app;
-- History is added to, never changed.
REVOKE UPDATE, DELETE ON domain_event FROM tessera_app;
REVOKE DELETE ON network, institution, person, message, certificate, registration, seat FROM tessera_app;
DO $$ BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    EXECUTE 'REVOKE ALL ON public._prisma_migrations FROM tessera_app';
  END IF;
END $$;
GRANT SELECT (id, network_id, kind, round, at, delivered_at, failed_at), UPDATE (delivered_at, failed_at, failure)
  ON domain_event TO tessera_jobs;
GRANT SELECT, UPDATE (delivered_at, failed_at, failure, round) ON domain_event TO tessera_definer;
GRANT SELECT ON network, certificate, training, seat TO tessera_definer;

-- Functions that look across networks: each returns only what its reader may have, with a pinned search_path.
GRANT CREATE ON SCHEMA app TO tessera_definer;

CREATE OR REPLACE FUNCTION app.certificate_by_code(code text)
  RETURNS TABLE (network_id uuid, state text, is_name_shown boolean, language text, snapshot jsonb, issued_at timestamptz, revoked_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT c.network_id, c.state, c.is_name_shown, c.language, c.snapshot, c.issued_at, c.revoked_at
        FROM public.certificate c WHERE c.verify_code = code $$;

CREATE OR REPLACE FUNCTION app.failed_events()
  RETURNS TABLE (id uuid, network_code text, kind text, at timestamptz, failed_at timestamptz, failure text, round int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT e.id, n.code, e.kind, e.at, e.failed_at, e.failure, e.round
        FROM public.domain_event e JOIN public.network n ON n.id = e.network_id
        WHERE e.failed_at IS NOT NULL AND app.door() = 'platform' ORDER BY e.failed_at DESC LIMIT 200 $$;

CREATE OR REPLACE FUNCTION app.retry_event(event_id uuid) RETURNS uuid
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ UPDATE public.domain_event SET failed_at = NULL, failure = '', delivered_at = NULL, round = round + 1
        WHERE id = event_id AND failed_at IS NOT NULL AND app.door() = 'platform' RETURNING network_id $$;

CREATE OR REPLACE FUNCTION app.due_trainings(real_now timestamptz)
  RETURNS TABLE (network_id uuid, training_id uuid, clock_offset int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT t.network_id, t.id, n.clock_offset
        FROM public.training t JOIN public.network n ON n.id = t.network_id
        WHERE app.door() = 'platform' AND t.state IN ('published', 'registration_closed')
          AND t.starts_at > real_now + make_interval(secs => n.clock_offset)
          AND ((t.waiting_count > 0 AND t.taken_count < t.capacity AND t.quota_release_at <= real_now + make_interval(secs => n.clock_offset))
            OR EXISTS (SELECT 1 FROM public.seat s WHERE s.network_id = t.network_id AND s.training_id = t.id
              AND s.state = 'offered' AND s.offered_until <= real_now + make_interval(secs => n.clock_offset)))
        LIMIT 1000 $$;

ALTER FUNCTION app.due_trainings(timestamptz) OWNER TO tessera_definer;
ALTER FUNCTION app.certificate_by_code(text) OWNER TO tessera_definer;
ALTER FUNCTION app.failed_events() OWNER TO tessera_definer;
ALTER FUNCTION app.retry_event(uuid) OWNER TO tessera_definer;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app TO tessera_app, tessera_definer, tessera_jobs;
REVOKE EXECUTE ON FUNCTION app.certificate_by_code(text), app.failed_events(), app.retry_event(uuid),
  app.due_trainings(timestamptz) FROM tessera_jobs;
