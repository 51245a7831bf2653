-- Care in mentoring: concerns about somebody's safety (docs/decisions/027).

-- CreateTable
CREATE TABLE "safeguarding_concern" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'raised',
    "is_danger" BOOLEAN NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "raised_by_id" UUID,
    "nonce" UUID NOT NULL,
    "triaged_at" TIMESTAMPTZ(3),
    "escalated_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "purged_at" TIMESTAMPTZ(3),

    CONSTRAINT "safeguarding_concern_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "safeguarding_entry" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "concern_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "written_by_id" UUID,
    "concern_category" BYTEA,
    "concern_about" BYTEA,
    "concern_text" BYTEA NOT NULL,

    CONSTRAINT "safeguarding_entry_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateIndex
CREATE INDEX "safeguarding_concern_network_id_state_raised_at_idx" ON "safeguarding_concern"("network_id", "state", "raised_at");

-- CreateIndex
CREATE UNIQUE INDEX "safeguarding_concern_network_id_nonce_key" ON "safeguarding_concern"("network_id", "nonce");

-- CreateIndex
CREATE INDEX "safeguarding_entry_network_id_concern_id_written_at_idx" ON "safeguarding_entry"("network_id", "concern_id", "written_at");

-- AddForeignKey
ALTER TABLE "safeguarding_concern" ADD CONSTRAINT "safeguarding_concern_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "safeguarding_entry" ADD CONSTRAINT "safeguarding_entry_network_id_concern_id_fkey" FOREIGN KEY ("network_id", "concern_id") REFERENCES "safeguarding_concern"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE safeguarding_concern
  ADD CONSTRAINT safeguarding_concern_state CHECK (state IN ('raised', 'triaged', 'in_action', 'monitored', 'closed')),
  ADD CONSTRAINT safeguarding_concern_triaged CHECK ((state = 'raised') = (triaged_at IS NULL)),
  ADD CONSTRAINT safeguarding_concern_closed CHECK ((state = 'closed') = (closed_at IS NOT NULL));
ALTER TABLE safeguarding_entry
  ADD CONSTRAINT safeguarding_entry_state CHECK (state IN ('raised', 'triaged', 'in_action', 'monitored', 'closed')),
  ADD CONSTRAINT safeguarding_entry_category_sealed CHECK (app.is_sealed(concern_category)),
  ADD CONSTRAINT safeguarding_entry_about_sealed CHECK (app.is_sealed(concern_about)),
  ADD CONSTRAINT safeguarding_entry_text_sealed CHECK (app.is_sealed(concern_text));

ALTER TABLE safeguarding_concern ENABLE ROW LEVEL SECURITY;
ALTER TABLE safeguarding_concern FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON safeguarding_concern FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON safeguarding_concern TO tessera_app;

ALTER TABLE safeguarding_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE safeguarding_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON safeguarding_entry FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON safeguarding_entry TO tessera_app;

-- Whether the person of the transaction is a safeguarding lead of its network now, by the real clock as roles are.
CREATE FUNCTION app.is_safeguarding_lead() RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public
  AS $$ SELECT EXISTS (SELECT FROM public.role_assignment r
        JOIN public.role_capability c ON c.network_id = r.network_id AND c.role_assignment_id = r.id AND c.capability = 'safeguarding_lead'
        WHERE r.network_id = app.network_id() AND r.person_id = app.person_id()
          AND r.valid_from <= now() AND (r.valid_until IS NULL OR r.valid_until > now())
          AND c.valid_from <= now() AND (c.valid_until IS NULL OR c.valid_until > now())) $$;

-- What was raised exists for the leads alone, not even for who raised it. Work that is nobody's (the night, the closing of a
-- network) still ends it.
CREATE POLICY lead_only ON safeguarding_entry AS RESTRICTIVE FOR SELECT TO tessera_app
  USING ((SELECT app.person_id()) IS NULL OR (SELECT app.is_safeguarding_lead()));

-- The networks that the care of mentoring looks after: those with a programme or with a concern that stands open.
CREATE POLICY across_care ON mentoring_programme FOR SELECT TO tessera_definer USING (true);
CREATE POLICY across_care ON safeguarding_concern FOR SELECT TO tessera_definer USING (true);
GRANT SELECT ON mentoring_programme, safeguarding_concern TO tessera_definer;
GRANT CREATE ON SCHEMA app TO tessera_definer;
CREATE FUNCTION app.networks_in_care() RETURNS TABLE (network_id uuid, clock_offset int, time_zone text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT n.id, n.clock_offset, n.time_zone FROM public.network n
        WHERE app.door() = 'platform' AND n.state IN ('draft', 'active') AND n.id <> ALL (app.networks_without('mentoring'))
          AND (EXISTS (SELECT FROM public.mentoring_programme g WHERE g.network_id = n.id AND g.state <> 'closed')
            OR EXISTS (SELECT FROM public.safeguarding_concern c WHERE c.network_id = n.id AND c.state = 'raised')) $$;
ALTER FUNCTION app.networks_in_care() OWNER TO tessera_definer;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;
REVOKE ALL ON FUNCTION app.networks_in_care() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.networks_in_care() TO tessera_app;

-- What keeps a relation from standing still: thresholds, mutes, what was told, questions of the coordinator.

-- AlterTable
ALTER TABLE "mentoring_relation" ADD COLUMN "resumed_on" DATE;

-- AlterTable
ALTER TABLE "mentoring_session" ADD COLUMN "log_asked_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "mentoring_threshold" (
    "network_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "owner" TEXT NOT NULL,

    CONSTRAINT "mentoring_threshold_pkey" PRIMARY KEY ("network_id","programme_id","step")
);

-- CreateTable
CREATE TABLE "mentoring_mute" (
    "network_id" UUID NOT NULL,
    "about_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "muted_until" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "muted_by_id" UUID NOT NULL,
    "muted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mentoring_mute_pkey" PRIMARY KEY ("network_id","about_id","step")
);

-- CreateTable
CREATE TABLE "mentoring_standstill" (
    "network_id" UUID NOT NULL,
    "about_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "told" TEXT NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mentoring_standstill_pkey" PRIMARY KEY ("network_id","about_id","step","due_on","told")
);

-- CreateTable
CREATE TABLE "mentoring_flag" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "relation_id" UUID NOT NULL,
    "session_id" UUID,
    "question" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "resolved_by_id" UUID,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "mentoring_flag_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateIndex
CREATE INDEX "mentoring_flag_network_id_relation_id_idx" ON "mentoring_flag"("network_id", "relation_id");

-- AddForeignKey
ALTER TABLE "mentoring_threshold" ADD CONSTRAINT "mentoring_threshold_network_id_programme_id_fkey" FOREIGN KEY ("network_id", "programme_id") REFERENCES "mentoring_programme"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_mute" ADD CONSTRAINT "mentoring_mute_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_standstill" ADD CONSTRAINT "mentoring_standstill_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_flag" ADD CONSTRAINT "mentoring_flag_network_id_relation_id_fkey" FOREIGN KEY ("network_id", "relation_id") REFERENCES "mentoring_relation"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_flag" ADD CONSTRAINT "mentoring_flag_network_id_relation_id_session_id_fkey" FOREIGN KEY ("network_id", "relation_id", "session_id") REFERENCES "mentoring_session"("network_id", "relation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE mentoring_threshold
  ADD CONSTRAINT mentoring_threshold_step CHECK (step IN ('invite', 'profile', 'first_meeting', 'gap')),
  ADD CONSTRAINT mentoring_threshold_owner CHECK (owner IN ('coordinator', 'mentor')),
  ADD CONSTRAINT mentoring_threshold_days CHECK (days BETWEEN 1 AND 366);
ALTER TABLE mentoring_mute
  ADD CONSTRAINT mentoring_mute_step CHECK (step IN ('invite', 'profile', 'first_meeting', 'gap')),
  ADD CONSTRAINT mentoring_mute_reason CHECK (reason IN ('agreed', 'in_contact', 'waiting', 'other'));
ALTER TABLE mentoring_standstill
  ADD CONSTRAINT mentoring_standstill_step CHECK (step IN ('invite', 'profile', 'first_meeting', 'gap')),
  ADD CONSTRAINT mentoring_standstill_told CHECK (told IN ('coordinator', 'mentor'));
ALTER TABLE mentoring_flag
  ADD CONSTRAINT mentoring_flag_question CHECK (question IN ('how_is_it', 'log_missing', 'goals', 'next_meeting', 'call_me')),
  ADD CONSTRAINT mentoring_flag_answer CHECK (answer IN ('done', 'under_way', 'need_help', 'not_needed')),
  ADD CONSTRAINT mentoring_flag_resolved CHECK ((answer IS NULL) = (resolved_at IS NULL));

-- Asked twice it is one question.
CREATE UNIQUE INDEX mentoring_flag_open ON mentoring_flag (network_id, relation_id, question) WHERE resolved_at IS NULL;
CREATE INDEX mentoring_session_to_log ON mentoring_session (network_id, day) WHERE state = 'planned' AND log_asked_at IS NULL;

ALTER TABLE mentoring_threshold ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentoring_threshold FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON mentoring_threshold FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mentoring_threshold TO tessera_app;

ALTER TABLE mentoring_mute ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentoring_mute FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON mentoring_mute FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mentoring_mute TO tessera_app;

ALTER TABLE mentoring_standstill ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentoring_standstill FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON mentoring_standstill FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mentoring_standstill TO tessera_app;

ALTER TABLE mentoring_flag ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentoring_flag FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON mentoring_flag FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mentoring_flag TO tessera_app;

-- What mentoring tells is chosen by itself.
ALTER TABLE notice DROP CONSTRAINT notice_topic;
ALTER TABLE notice ADD CONSTRAINT notice_topic
  CHECK (topic IN ('own', 'institution', 'organised', 'mentoring', 'invitations', 'security'));
ALTER TABLE notice_choice DROP CONSTRAINT notice_choice_topic;
ALTER TABLE notice_choice ADD CONSTRAINT notice_choice_topic
  CHECK (topic IN ('own', 'institution', 'organised', 'mentoring'));

-- Who got the figures of a week.

-- CreateTable
CREATE TABLE "mentoring_week" (
    "network_id" UUID NOT NULL,
    "reader_id" UUID NOT NULL,
    "monday" DATE NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mentoring_week_pkey" PRIMARY KEY ("network_id","reader_id","monday")
);

-- AddForeignKey
ALTER TABLE "mentoring_week" ADD CONSTRAINT "mentoring_week_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE mentoring_week ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentoring_week FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON mentoring_week FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mentoring_week TO tessera_app;
