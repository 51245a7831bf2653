-- Mentoring: programmes, people, relations, goals, sessions. What is said between two people is sealed (docs/decisions/021).

-- CreateTable
CREATE TABLE "mentoring_programme" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'design',
    "target_leaders" INTEGER,
    "cadence_days" INTEGER NOT NULL,
    "duration_months" INTEGER NOT NULL,
    "session_minutes" INTEGER NOT NULL,
    "max_mentees" INTEGER NOT NULL DEFAULT 3,
    "starts_on" DATE,
    "ends_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mentoring_programme_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "mentoring_programme_text" (
    "network_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "mentoring_programme_text_pkey" PRIMARY KEY ("network_id","programme_id","language")
);

-- CreateTable
CREATE TABLE "mentoring_cohort" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "starts_on" DATE,

    CONSTRAINT "mentoring_cohort_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "mentor_profile" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'applied',
    "languages" TEXT[],
    "topics" TEXT[],
    "availability" TEXT[],
    "place" TEXT NOT NULL DEFAULT '',
    "capacity" INTEGER NOT NULL DEFAULT 3,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mentor_profile_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "mentee_profile" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "cohort_id" UUID,
    "alias" TEXT NOT NULL,
    "person_id" UUID,
    "institution_id" UUID,
    "state" TEXT NOT NULL,
    "languages" TEXT[],
    "topics" TEXT[],
    "availability" TEXT[],
    "place" TEXT NOT NULL DEFAULT '',
    "needs_interpreter" BOOLEAN NOT NULL DEFAULT false,
    "gender_preference" BYTEA,
    "meeting_limits" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "purged_at" TIMESTAMPTZ(3),

    CONSTRAINT "mentee_profile_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "mentoring_relation" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "mentor_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "mentor_accepted_at" TIMESTAMPTZ(3),
    "started_on" DATE,
    "planned_end" DATE,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" BYTEA,
    "agreement_language" TEXT,
    "agreement_interpreter" BOOLEAN NOT NULL DEFAULT false,
    "agreement_signed_at" TIMESTAMPTZ(3),
    "purged_at" TIMESTAMPTZ(3),

    CONSTRAINT "mentoring_relation_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "mentoring_relation_mentee" (
    "network_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "relation_id" UUID NOT NULL,
    "mentee_id" UUID NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "joined_on" DATE NOT NULL,
    "left_on" DATE,

    CONSTRAINT "mentoring_relation_mentee_pkey" PRIMARY KEY ("network_id","relation_id","mentee_id")
);

-- CreateTable
CREATE TABLE "mentoring_goal" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "relation_id" UUID NOT NULL,
    "mentee_id" UUID NOT NULL,
    "aim" BYTEA,
    "measure" BYTEA,
    "due_on" DATE,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "set_by_id" UUID,

    CONSTRAINT "mentoring_goal_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "mentoring_goal_review" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,
    "progress" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "review_note" BYTEA,
    "reviewed_at" TIMESTAMPTZ(3) NOT NULL,
    "reviewed_by_id" UUID,

    CONSTRAINT "mentoring_goal_review_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "mentoring_session" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "relation_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "minutes" INTEGER,
    "mode" TEXT NOT NULL,
    "place_kind" TEXT NOT NULL,
    "shared_summary" BYTEA,
    "next_steps" BYTEA,
    "interpreter_used" BOOLEAN NOT NULL DEFAULT false,
    "nonce" UUID NOT NULL,
    "logged_by_id" UUID,
    "logged_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mentoring_session_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "mentoring_session_mentee" (
    "network_id" UUID NOT NULL,
    "relation_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "mentee_id" UUID NOT NULL,

    CONSTRAINT "mentoring_session_mentee_pkey" PRIMARY KEY ("network_id","session_id","mentee_id")
);

-- CreateTable
CREATE TABLE "mentoring_note" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "author_person_id" UUID NOT NULL,
    "note_text" BYTEA NOT NULL,

    CONSTRAINT "mentoring_note_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "mentoring_draft" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "relation_id" UUID NOT NULL,
    "author_person_id" UUID NOT NULL,
    "body" BYTEA NOT NULL,
    "version" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mentoring_draft_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "mentoring_programme_network_id_code_key" ON "mentoring_programme"("network_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "mentoring_cohort_network_id_programme_id_id_key" ON "mentoring_cohort"("network_id", "programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "mentor_profile_network_id_person_id_key" ON "mentor_profile"("network_id", "person_id");

-- CreateIndex
CREATE INDEX "mentee_profile_network_id_person_id_idx" ON "mentee_profile"("network_id", "person_id");

-- CreateIndex
CREATE INDEX "mentee_profile_network_id_institution_id_idx" ON "mentee_profile"("network_id", "institution_id");

-- CreateIndex
CREATE UNIQUE INDEX "mentee_profile_network_id_programme_id_id_key" ON "mentee_profile"("network_id", "programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "mentee_profile_network_id_programme_id_alias_key" ON "mentee_profile"("network_id", "programme_id", "alias");

-- CreateIndex
CREATE INDEX "mentoring_relation_network_id_mentor_id_idx" ON "mentoring_relation"("network_id", "mentor_id");

-- CreateIndex
CREATE UNIQUE INDEX "mentoring_relation_network_id_programme_id_id_key" ON "mentoring_relation"("network_id", "programme_id", "id");

-- CreateIndex
CREATE INDEX "mentoring_relation_mentee_network_id_mentee_id_idx" ON "mentoring_relation_mentee"("network_id", "mentee_id");

-- CreateIndex
CREATE INDEX "mentoring_goal_network_id_relation_id_mentee_id_idx" ON "mentoring_goal"("network_id", "relation_id", "mentee_id");

-- CreateIndex
CREATE INDEX "mentoring_goal_review_network_id_goal_id_idx" ON "mentoring_goal_review"("network_id", "goal_id");

-- CreateIndex
CREATE INDEX "mentoring_session_network_id_relation_id_day_idx" ON "mentoring_session"("network_id", "relation_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "mentoring_session_network_id_nonce_key" ON "mentoring_session"("network_id", "nonce");

-- CreateIndex
CREATE UNIQUE INDEX "mentoring_session_network_id_relation_id_id_key" ON "mentoring_session"("network_id", "relation_id", "id");

-- CreateIndex
CREATE INDEX "mentoring_session_mentee_network_id_relation_id_mentee_id_idx" ON "mentoring_session_mentee"("network_id", "relation_id", "mentee_id");

-- CreateIndex
CREATE UNIQUE INDEX "mentoring_note_network_id_session_id_author_person_id_key" ON "mentoring_note"("network_id", "session_id", "author_person_id");

-- CreateIndex
CREATE UNIQUE INDEX "mentoring_draft_network_id_relation_id_author_person_id_key" ON "mentoring_draft"("network_id", "relation_id", "author_person_id");

-- AddForeignKey
ALTER TABLE "mentoring_programme" ADD CONSTRAINT "mentoring_programme_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_programme_text" ADD CONSTRAINT "mentoring_programme_text_network_id_programme_id_fkey" FOREIGN KEY ("network_id", "programme_id") REFERENCES "mentoring_programme"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_cohort" ADD CONSTRAINT "mentoring_cohort_network_id_programme_id_fkey" FOREIGN KEY ("network_id", "programme_id") REFERENCES "mentoring_programme"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentor_profile" ADD CONSTRAINT "mentor_profile_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentor_profile" ADD CONSTRAINT "mentor_profile_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentee_profile" ADD CONSTRAINT "mentee_profile_network_id_programme_id_fkey" FOREIGN KEY ("network_id", "programme_id") REFERENCES "mentoring_programme"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentee_profile" ADD CONSTRAINT "mentee_profile_network_id_programme_id_cohort_id_fkey" FOREIGN KEY ("network_id", "programme_id", "cohort_id") REFERENCES "mentoring_cohort"("network_id", "programme_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentee_profile" ADD CONSTRAINT "mentee_profile_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentee_profile" ADD CONSTRAINT "mentee_profile_network_id_institution_id_fkey" FOREIGN KEY ("network_id", "institution_id") REFERENCES "membership"("network_id", "institution_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_relation" ADD CONSTRAINT "mentoring_relation_network_id_programme_id_fkey" FOREIGN KEY ("network_id", "programme_id") REFERENCES "mentoring_programme"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_relation" ADD CONSTRAINT "mentoring_relation_network_id_mentor_id_fkey" FOREIGN KEY ("network_id", "mentor_id") REFERENCES "mentor_profile"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_relation_mentee" ADD CONSTRAINT "mentoring_relation_mentee_network_id_programme_id_relation_fkey" FOREIGN KEY ("network_id", "programme_id", "relation_id") REFERENCES "mentoring_relation"("network_id", "programme_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_relation_mentee" ADD CONSTRAINT "mentoring_relation_mentee_network_id_programme_id_mentee_i_fkey" FOREIGN KEY ("network_id", "programme_id", "mentee_id") REFERENCES "mentee_profile"("network_id", "programme_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_goal" ADD CONSTRAINT "mentoring_goal_network_id_relation_id_mentee_id_fkey" FOREIGN KEY ("network_id", "relation_id", "mentee_id") REFERENCES "mentoring_relation_mentee"("network_id", "relation_id", "mentee_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_goal_review" ADD CONSTRAINT "mentoring_goal_review_network_id_goal_id_fkey" FOREIGN KEY ("network_id", "goal_id") REFERENCES "mentoring_goal"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_session" ADD CONSTRAINT "mentoring_session_network_id_relation_id_fkey" FOREIGN KEY ("network_id", "relation_id") REFERENCES "mentoring_relation"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_session_mentee" ADD CONSTRAINT "mentoring_session_mentee_network_id_relation_id_session_id_fkey" FOREIGN KEY ("network_id", "relation_id", "session_id") REFERENCES "mentoring_session"("network_id", "relation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_session_mentee" ADD CONSTRAINT "mentoring_session_mentee_network_id_relation_id_mentee_id_fkey" FOREIGN KEY ("network_id", "relation_id", "mentee_id") REFERENCES "mentoring_relation_mentee"("network_id", "relation_id", "mentee_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_note" ADD CONSTRAINT "mentoring_note_network_id_session_id_fkey" FOREIGN KEY ("network_id", "session_id") REFERENCES "mentoring_session"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_draft" ADD CONSTRAINT "mentoring_draft_network_id_relation_id_fkey" FOREIGN KEY ("network_id", "relation_id") REFERENCES "mentoring_relation"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE mentoring_programme
  ADD CONSTRAINT mentoring_programme_state CHECK (state IN ('design', 'recruiting', 'training', 'matching', 'running', 'closing', 'closed')),
  ADD CONSTRAINT mentoring_programme_figures CHECK (cadence_days BETWEEN 1 AND 366 AND duration_months BETWEEN 1 AND 60 AND session_minutes BETWEEN 5 AND 600 AND max_mentees BETWEEN 1 AND 20 AND (target_leaders IS NULL OR target_leaders > 0)),
  ADD CONSTRAINT mentoring_programme_days CHECK (ends_on >= starts_on);
ALTER TABLE mentor_profile
  ADD CONSTRAINT mentor_profile_state CHECK (state IN ('applied', 'screening', 'in_training', 'approved', 'active', 'paused', 'ended', 'rejected')),
  ADD CONSTRAINT mentor_profile_capacity CHECK (capacity BETWEEN 1 AND 20);
ALTER TABLE mentee_profile
  ADD CONSTRAINT mentee_profile_state CHECK (state IN ('nominated', 'applied', 'accepted', 'in_training', 'matched', 'active', 'graduated', 'withdrawn', 'moved_away')),
  ADD CONSTRAINT mentee_profile_gender_preference_sealed CHECK (app.is_sealed(gender_preference)),
  ADD CONSTRAINT mentee_profile_meeting_limits_sealed CHECK (app.is_sealed(meeting_limits)),
  ADD CONSTRAINT mentee_profile_ended CHECK ((state IN ('graduated', 'withdrawn', 'moved_away')) = (ended_at IS NOT NULL));
ALTER TABLE mentoring_relation
  ADD CONSTRAINT mentoring_relation_state CHECK (state IN ('proposed', 'accepted_by_both', 'agreement_signed', 'active', 'paused', 'closing', 'completed', 'ended_early', 'rematched')),
  ADD CONSTRAINT mentoring_relation_end_reason_sealed CHECK (app.is_sealed(end_reason)),
  ADD CONSTRAINT mentoring_relation_ended CHECK ((state IN ('completed', 'ended_early', 'rematched')) = (ended_at IS NOT NULL)),
  ADD CONSTRAINT mentoring_relation_agreed CHECK (state NOT IN ('agreement_signed', 'active', 'paused', 'closing', 'completed') OR agreement_signed_at IS NOT NULL);
ALTER TABLE mentoring_goal
  ADD CONSTRAINT mentoring_goal_state CHECK (state IN ('draft', 'agreed', 'in_progress', 'achieved', 'partly', 'dropped')),
  ADD CONSTRAINT mentoring_goal_progress CHECK (progress BETWEEN 0 AND 4),
  ADD CONSTRAINT mentoring_goal_aim_sealed CHECK (app.is_sealed(aim)),
  ADD CONSTRAINT mentoring_goal_measure_sealed CHECK (app.is_sealed(measure));
ALTER TABLE mentoring_goal_review
  ADD CONSTRAINT mentoring_goal_review_state CHECK (state IN ('draft', 'agreed', 'in_progress', 'achieved', 'partly', 'dropped')),
  ADD CONSTRAINT mentoring_goal_review_progress CHECK (progress BETWEEN 0 AND 4),
  ADD CONSTRAINT mentoring_goal_review_note_sealed CHECK (app.is_sealed(review_note));
ALTER TABLE mentoring_session
  ADD CONSTRAINT mentoring_session_state CHECK (state IN ('planned', 'held', 'cancelled', 'missed')),
  ADD CONSTRAINT mentoring_session_mode CHECK (mode IN ('in_person', 'phone', 'video', 'message')),
  ADD CONSTRAINT mentoring_session_place_kind CHECK (place_kind IN ('public', 'office', 'online')),
  ADD CONSTRAINT mentoring_session_minutes CHECK (minutes BETWEEN 1 AND 1440),
  ADD CONSTRAINT mentoring_session_summary_sealed CHECK (app.is_sealed(shared_summary)),
  ADD CONSTRAINT mentoring_session_next_steps_sealed CHECK (app.is_sealed(next_steps));
ALTER TABLE mentoring_note
  ADD CONSTRAINT mentoring_note_text_sealed CHECK (app.is_sealed(note_text));
ALTER TABLE mentoring_draft
  ADD CONSTRAINT mentoring_draft_body_sealed CHECK (app.is_sealed(body)),
  ADD CONSTRAINT mentoring_draft_version CHECK (version > 0);

-- One living relation for each mentee.
CREATE UNIQUE INDEX mentoring_relation_mentee_living ON mentoring_relation_mentee (network_id, mentee_id) WHERE left_on IS NULL;

ALTER TABLE mentoring_programme ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentoring_programme FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON mentoring_programme FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mentoring_programme TO tessera_app;

ALTER TABLE mentoring_programme_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentoring_programme_text FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON mentoring_programme_text FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mentoring_programme_text TO tessera_app;

ALTER TABLE mentoring_cohort ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentoring_cohort FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON mentoring_cohort FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mentoring_cohort TO tessera_app;

ALTER TABLE mentor_profile ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentor_profile FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON mentor_profile FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mentor_profile TO tessera_app;

ALTER TABLE mentee_profile ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentee_profile FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON mentee_profile FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mentee_profile TO tessera_app;

ALTER TABLE mentoring_relation ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentoring_relation FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON mentoring_relation FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mentoring_relation TO tessera_app;

ALTER TABLE mentoring_relation_mentee ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentoring_relation_mentee FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON mentoring_relation_mentee FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mentoring_relation_mentee TO tessera_app;

ALTER TABLE mentoring_goal ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentoring_goal FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON mentoring_goal FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mentoring_goal TO tessera_app;

ALTER TABLE mentoring_goal_review ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentoring_goal_review FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON mentoring_goal_review FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mentoring_goal_review TO tessera_app;

ALTER TABLE mentoring_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentoring_session FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON mentoring_session FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mentoring_session TO tessera_app;

ALTER TABLE mentoring_session_mentee ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentoring_session_mentee FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON mentoring_session_mentee FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mentoring_session_mentee TO tessera_app;

ALTER TABLE mentoring_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentoring_note FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON mentoring_note FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mentoring_note TO tessera_app;

ALTER TABLE mentoring_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentoring_draft FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON mentoring_draft FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mentoring_draft TO tessera_app;

-- A note and a draft are their author's alone: in a transaction of somebody else they do not exist. Work that is nobody's
-- (the night, the closing of a network) still ends them.
CREATE POLICY author_only ON mentoring_note AS RESTRICTIVE FOR SELECT TO tessera_app
  USING (author_person_id = (SELECT app.person_id()) OR (SELECT app.person_id()) IS NULL);
CREATE POLICY author_only ON mentoring_draft AS RESTRICTIVE FOR SELECT TO tessera_app
  USING (author_person_id = (SELECT app.person_id()) OR (SELECT app.person_id()) IS NULL);
