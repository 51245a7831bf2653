-- AlterTable
ALTER TABLE "message" ADD COLUMN     "purged_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "participant" ADD COLUMN     "purged_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "certificate" ADD COLUMN     "purged_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "network_key" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "wrapped" BYTEA,
    "master_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "destroyed_at" TIMESTAMPTZ(3),

    CONSTRAINT "network_key_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "consent_wording" (
    "network_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,

    CONSTRAINT "consent_wording_pkey" PRIMARY KEY ("network_id","purpose","version","language")
);

-- CreateTable
CREATE TABLE "consent_record" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "person_id" UUID,
    "participant_id" UUID,
    "subject" BYTEA,
    "guardian" BYTEA,
    "state" TEXT NOT NULL,
    "interpreter_used" BOOLEAN NOT NULL DEFAULT false,
    "given_how" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "recorded_by_id" UUID,

    CONSTRAINT "consent_record_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "break_glass" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "requester_id" UUID NOT NULL,
    "requested_as" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decider_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "open_until" TIMESTAMPTZ(3),
    "reads" INTEGER NOT NULL DEFAULT 0,
    "last_read_at" TIMESTAMPTZ(3),

    CONSTRAINT "break_glass_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "retention_period" (
    "network_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "months" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by_id" UUID,

    CONSTRAINT "retention_period_pkey" PRIMARY KEY ("network_id","kind")
);

-- CreateTable
CREATE TABLE "retention_run" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "ran_at" TIMESTAMPTZ(3) NOT NULL,
    "is_dry" BOOLEAN NOT NULL,
    "due" INTEGER NOT NULL,
    "purged" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "retention_run_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "erasure_request" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "erasure_request_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "legal_hold" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "set_by_id" UUID,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "lifted_at" TIMESTAMPTZ(3),

    CONSTRAINT "legal_hold_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateIndex
CREATE INDEX "consent_record_network_id_purpose_state_idx" ON "consent_record"("network_id", "purpose", "state");

-- CreateIndex
CREATE INDEX "consent_record_network_id_person_id_idx" ON "consent_record"("network_id", "person_id");

-- CreateIndex
CREATE INDEX "consent_record_network_id_participant_id_idx" ON "consent_record"("network_id", "participant_id");

-- CreateIndex
CREATE INDEX "break_glass_network_id_requested_at_idx" ON "break_glass"("network_id", "requested_at");

-- CreateIndex
CREATE INDEX "break_glass_network_id_record_id_idx" ON "break_glass"("network_id", "record_id");

-- CreateIndex
CREATE INDEX "retention_run_network_id_kind_ran_at_idx" ON "retention_run"("network_id", "kind", "ran_at");

-- CreateIndex
CREATE INDEX "erasure_request_network_id_person_id_idx" ON "erasure_request"("network_id", "person_id");

-- CreateIndex
CREATE INDEX "legal_hold_network_id_person_id_idx" ON "legal_hold"("network_id", "person_id");

-- AddForeignKey
ALTER TABLE "network_key" ADD CONSTRAINT "network_key_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent_wording" ADD CONSTRAINT "consent_wording_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent_record" ADD CONSTRAINT "consent_record_network_id_purpose_version_language_fkey" FOREIGN KEY ("network_id", "purpose", "version", "language") REFERENCES "consent_wording"("network_id", "purpose", "version", "language") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent_record" ADD CONSTRAINT "consent_record_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent_record" ADD CONSTRAINT "consent_record_network_id_participant_id_fkey" FOREIGN KEY ("network_id", "participant_id") REFERENCES "participant"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_network_id_record_id_fkey" FOREIGN KEY ("network_id", "record_id") REFERENCES "consent_record"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retention_period" ADD CONSTRAINT "retention_period_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retention_run" ADD CONSTRAINT "retention_run_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "erasure_request" ADD CONSTRAINT "erasure_request_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "erasure_request" ADD CONSTRAINT "erasure_request_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- The form of a sealed value: version 1, id of the key (16 bytes), nonce (12), tag (16), at least one byte of text.
CREATE FUNCTION app.is_sealed(value bytea) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  SET search_path = pg_catalog
  AS $$ SELECT value IS NULL OR (octet_length(value) > 45 AND get_byte(value, 0) = 1) $$;

ALTER TABLE network_key
  ADD CONSTRAINT network_key_destroyed CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL));
CREATE UNIQUE INDEX network_key_living ON network_key (network_id) WHERE destroyed_at IS NULL;
ALTER TABLE consent_wording ADD CONSTRAINT consent_wording_purpose CHECK (purpose ~ '^[a-z][a-z0-9_]{1,39}$'),
  ADD CONSTRAINT consent_wording_version CHECK (version > 0);
ALTER TABLE consent_record
  ADD CONSTRAINT consent_record_one_subject CHECK (num_nonnulls(person_id, participant_id, subject) = 1),
  ADD CONSTRAINT consent_record_subject_sealed CHECK (app.is_sealed(subject)),
  ADD CONSTRAINT consent_record_guardian_sealed CHECK (app.is_sealed(guardian)),
  ADD CONSTRAINT consent_record_state CHECK (state IN ('requested', 'given', 'refused', 'withdrawn', 'expired')),
  ADD CONSTRAINT consent_record_given_how CHECK (given_how IN ('signature', 'oral_witnessed', 'digital')),
  ADD CONSTRAINT consent_record_decided CHECK ((decided_at IS NULL) = (state = 'requested')),
  ADD CONSTRAINT consent_record_withdrawn CHECK ((withdrawn_at IS NOT NULL) = (state = 'withdrawn'));
ALTER TABLE prerequisite_record ADD CONSTRAINT prerequisite_record_evidence_note_sealed CHECK (app.is_sealed(evidence_note));
CREATE UNIQUE INDEX consent_record_in_force ON consent_record (network_id, person_id, purpose)
  WHERE person_id IS NOT NULL AND state = 'given';
ALTER TABLE break_glass
  ADD CONSTRAINT break_glass_four_eyes CHECK (decider_id <> requester_id),
  ADD CONSTRAINT break_glass_requested_as CHECK (requested_as IN ('coordinator', 'operator')),
  ADD CONSTRAINT break_glass_reason CHECK (btrim(reason) <> ''),
  ADD CONSTRAINT break_glass_state CHECK (state IN ('requested', 'approved', 'refused')),
  ADD CONSTRAINT break_glass_decided CHECK ((decider_id IS NULL) = (state = 'requested')),
  ADD CONSTRAINT break_glass_open CHECK ((open_until IS NOT NULL) = (state = 'approved'));
ALTER TABLE retention_period ADD CONSTRAINT retention_period_months CHECK (months BETWEEN 1 AND 600);
ALTER TABLE erasure_request
  ADD CONSTRAINT erasure_request_state CHECK (state IN ('open', 'done', 'withdrawn'));
CREATE UNIQUE INDEX erasure_request_open ON erasure_request (network_id, person_id) WHERE state = 'open';
ALTER TABLE legal_hold ADD CONSTRAINT legal_hold_reason CHECK (btrim(reason) <> '');
CREATE UNIQUE INDEX legal_hold_holding ON legal_hold (network_id, person_id) WHERE lifted_at IS NULL;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['network_key', 'consent_wording', 'consent_record', 'break_glass', 'retention_period',
    'retention_run', 'erasure_request', 'legal_hold'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_network ON public.%I FOR ALL TO tessera_app
      USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()))', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON consent_wording, retention_run TO tessera_app;
GRANT SELECT, INSERT, UPDATE ON network_key, break_glass, retention_period, erasure_request, legal_hold TO tessera_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON consent_record TO tessera_app;

-- What looks across networks, for one person about themselves and for the operator.
CREATE POLICY across ON role_assignment FOR SELECT TO tessera_definer USING (true);
CREATE POLICY across ON participant FOR SELECT TO tessera_definer USING (true);
CREATE POLICY across ON consent_record FOR SELECT TO tessera_definer USING (true);
CREATE POLICY across ON erasure_request FOR SELECT TO tessera_definer USING (true);
CREATE POLICY across ON break_glass FOR SELECT TO tessera_definer USING (true);
CREATE POLICY across ON invitation FOR SELECT TO tessera_definer USING (true);
CREATE POLICY across ON message FOR SELECT TO tessera_definer USING (true);
CREATE POLICY across ON training_trainer FOR SELECT TO tessera_definer USING (true);
CREATE POLICY across ON person FOR SELECT TO tessera_definer USING (true);
GRANT SELECT (network_id, person_id) ON role_assignment, consent_record TO tessera_definer;
GRANT SELECT (network_id, person_id, email) ON participant, message TO tessera_definer;
GRANT SELECT (network_id, email) ON invitation TO tessera_definer;
GRANT SELECT (network_id, person_id, purpose, state, expires_at) ON consent_record TO tessera_definer;
GRANT SELECT (id, email, given_name, family_name, name_order, state) ON person TO tessera_definer;
GRANT SELECT ON erasure_request, break_glass, training_trainer TO tessera_definer;
-- The trail keeps what happened when the name of who did it is due to go.
GRANT UPDATE (actor_id) ON domain_event TO tessera_definer;

GRANT CREATE ON SCHEMA app TO tessera_definer;

CREATE FUNCTION app.networks_with_person(who uuid) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    WITH me AS (SELECT p.id, p.email FROM public.person p WHERE p.id = who AND (app.person_id() = who OR app.door() = 'platform'))
    SELECT r.network_id FROM public.role_assignment r, me WHERE r.person_id = me.id
    UNION SELECT c.network_id FROM public.participant c, me WHERE c.person_id = me.id OR c.email = me.email
    UNION SELECT c.network_id FROM public.consent_record c, me WHERE c.person_id = me.id
    UNION SELECT m.network_id FROM public.message m, me WHERE m.person_id = me.id OR m.email = me.email
    UNION SELECT i.network_id FROM public.invitation i, me WHERE i.email = me.email $$;

CREATE FUNCTION app.erasure_requests()
  RETURNS TABLE (id uuid, network_id uuid, person_id uuid, state text, requested_at timestamptz, due_at timestamptz, decided_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT e.id, e.network_id, e.person_id, e.state, e.requested_at, e.due_at, e.decided_at
        FROM public.erasure_request e WHERE app.door() = 'platform' ORDER BY e.due_at LIMIT 500 $$;

CREATE FUNCTION app.break_glass_of_all()
  RETURNS TABLE (id uuid, network_id uuid, record_id uuid, requester_id uuid, requested_as text, reason text, state text,
    requested_at timestamptz, decider_id uuid, decided_at timestamptz, open_until timestamptz, reads int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT b.id, b.network_id, b.record_id, b.requester_id, b.requested_as, b.reason, b.state, b.requested_at,
          b.decider_id, b.decided_at, b.open_until, b.reads
        FROM public.break_glass b WHERE app.door() = 'platform' AND b.requested_as = 'operator'
        ORDER BY b.requested_at DESC LIMIT 200 $$;

CREATE FUNCTION app.forget_actors(before timestamptz, most int) RETURNS int
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ WITH gone AS (UPDATE public.domain_event SET actor_id = NULL
          WHERE (network_id, id) IN (SELECT e.network_id, e.id FROM public.domain_event e WHERE e.network_id = app.network_id()
            AND e.at < before AND e.actor_id IS NOT NULL ORDER BY e.at LIMIT most) RETURNING 1)
        SELECT count(*)::int FROM gone $$;

-- The names on a public page: of those who agreed, for as long as they agree.
CREATE FUNCTION app.listed_trainers(of_network uuid, of_training uuid) RETURNS json
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT coalesce(json_agg(json_build_object('id', p.id, 'givenName', p.given_name, 'familyName', p.family_name,
          'nameOrder', p.name_order) ORDER BY p.family_name, p.id), '[]')
        FROM public.training t JOIN public.network n ON n.id = t.network_id
        JOIN public.training_trainer r ON r.network_id = t.network_id AND r.training_id = t.id
        JOIN public.person p ON p.id = r.person_id AND p.state = 'active'
        WHERE t.network_id = of_network AND t.id = of_training AND t.visibility = 'public'
          AND t.state NOT IN ('draft', 'submitted', 'archived')
          AND EXISTS (SELECT 1 FROM public.consent_record c WHERE c.network_id = t.network_id AND c.person_id = p.id
            AND c.purpose = 'public_listing' AND c.state = 'given'
            AND (c.expires_at IS NULL OR c.expires_at > now() + make_interval(secs => n.clock_offset))) $$;

ALTER FUNCTION app.listed_trainers(uuid, uuid) OWNER TO tessera_definer;
ALTER FUNCTION app.networks_with_person(uuid) OWNER TO tessera_definer;
ALTER FUNCTION app.erasure_requests() OWNER TO tessera_definer;
ALTER FUNCTION app.break_glass_of_all() OWNER TO tessera_definer;
ALTER FUNCTION app.forget_actors(timestamptz, int) OWNER TO tessera_definer;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;
REVOKE ALL ON FUNCTION app.is_sealed(bytea), app.networks_with_person(uuid), app.listed_trainers(uuid, uuid), app.erasure_requests(),
  app.break_glass_of_all(), app.forget_actors(timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_sealed(bytea), app.networks_with_person(uuid), app.listed_trainers(uuid, uuid), app.erasure_requests(),
  app.break_glass_of_all(), app.forget_actors(timestamptz, int) TO tessera_app, tessera_definer;
