-- Evaluations of trainings. Nothing joins who answered with what was answered (docs/decisions/015).

-- CreateTable
CREATE TABLE "evaluation_form" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "level" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "questions" JSONB NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evaluation_form_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "evaluation_plan" (
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "levels" TEXT[],
    "result_url" TEXT NOT NULL DEFAULT '',
    "result_text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "evaluation_plan_pkey" PRIMARY KEY ("network_id","training_id")
);

-- CreateTable
CREATE TABLE "evaluation" (
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "form_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,
    "answer_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "evaluation_pkey" PRIMARY KEY ("network_id","training_id","stage")
);

-- CreateTable
CREATE TABLE "evaluation_request" (
    "network_id" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "seat_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "reminded_at" TIMESTAMPTZ(3),

    CONSTRAINT "evaluation_request_pkey" PRIMARY KEY ("network_id","stage","seat_id")
);

-- CreateTable
CREATE TABLE "evaluation_submission" (
    "network_id" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "seat_id" UUID NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "evaluation_submission_pkey" PRIMARY KEY ("network_id","stage","seat_id")
);

-- CreateTable
CREATE TABLE "evaluation_tally" (
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "choice" TEXT NOT NULL,
    "answers" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "evaluation_tally_pkey" PRIMARY KEY ("network_id","training_id","stage","question","choice")
);

-- CreateTable
CREATE TABLE "evaluation_text" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "evaluation_text_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_form_network_id_level_version_key" ON "evaluation_form"("network_id", "level", "version");

-- CreateIndex
CREATE INDEX "evaluation_request_network_id_training_id_stage_idx" ON "evaluation_request"("network_id", "training_id", "stage");

-- CreateIndex
CREATE INDEX "evaluation_request_network_id_seat_id_idx" ON "evaluation_request"("network_id", "seat_id");

-- CreateIndex
CREATE INDEX "evaluation_submission_network_id_seat_id_idx" ON "evaluation_submission"("network_id", "seat_id");

-- CreateIndex
CREATE INDEX "evaluation_text_network_id_training_id_stage_idx" ON "evaluation_text"("network_id", "training_id", "stage");

-- AddForeignKey
ALTER TABLE "evaluation_form" ADD CONSTRAINT "evaluation_form_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_plan" ADD CONSTRAINT "evaluation_plan_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_network_id_form_id_fkey" FOREIGN KEY ("network_id", "form_id") REFERENCES "evaluation_form"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_request" ADD CONSTRAINT "evaluation_request_network_id_training_id_stage_fkey" FOREIGN KEY ("network_id", "training_id", "stage") REFERENCES "evaluation"("network_id", "training_id", "stage") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_request" ADD CONSTRAINT "evaluation_request_network_id_training_id_seat_id_fkey" FOREIGN KEY ("network_id", "training_id", "seat_id") REFERENCES "seat"("network_id", "training_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_submission" ADD CONSTRAINT "evaluation_submission_network_id_stage_seat_id_fkey" FOREIGN KEY ("network_id", "stage", "seat_id") REFERENCES "evaluation_request"("network_id", "stage", "seat_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_tally" ADD CONSTRAINT "evaluation_tally_network_id_training_id_stage_fkey" FOREIGN KEY ("network_id", "training_id", "stage") REFERENCES "evaluation"("network_id", "training_id", "stage") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_text" ADD CONSTRAINT "evaluation_text_network_id_training_id_stage_fkey" FOREIGN KEY ("network_id", "training_id", "stage") REFERENCES "evaluation"("network_id", "training_id", "stage") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE evaluation_form ADD CONSTRAINT evaluation_form_level CHECK (level IN ('reaction', 'learning', 'behaviour')),
  ADD CONSTRAINT evaluation_form_version CHECK (version > 0);
ALTER TABLE evaluation_plan ADD CONSTRAINT evaluation_plan_levels CHECK (levels <@ ARRAY['reaction', 'learning', 'behaviour']);
ALTER TABLE evaluation ADD CONSTRAINT evaluation_stage CHECK (stage IN ('reaction', 'before', 'after', 'behaviour')),
  ADD CONSTRAINT evaluation_answer_count CHECK (answer_count >= 0);
ALTER TABLE evaluation_tally ADD CONSTRAINT evaluation_tally_answers CHECK (answers >= 0);

ALTER TABLE evaluation_form ENABLE ROW LEVEL SECURITY;
ALTER TABLE evaluation_form FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON evaluation_form FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON evaluation_form TO tessera_app;

ALTER TABLE evaluation_plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE evaluation_plan FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON evaluation_plan FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON evaluation_plan TO tessera_app;

ALTER TABLE evaluation ENABLE ROW LEVEL SECURITY;
ALTER TABLE evaluation FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON evaluation FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON evaluation TO tessera_app;

ALTER TABLE evaluation_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE evaluation_request FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON evaluation_request FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON evaluation_request TO tessera_app;

ALTER TABLE evaluation_submission ENABLE ROW LEVEL SECURITY;
ALTER TABLE evaluation_submission FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON evaluation_submission FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON evaluation_submission TO tessera_app;

ALTER TABLE evaluation_tally ENABLE ROW LEVEL SECURITY;
ALTER TABLE evaluation_tally FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON evaluation_tally FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON evaluation_tally TO tessera_app;

ALTER TABLE evaluation_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE evaluation_text FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON evaluation_text FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON evaluation_text TO tessera_app;

-- Networks in which a questionnaire may begin, remind or close: one has a training near enough for the longest of them.
GRANT CREATE ON SCHEMA app TO tessera_definer;
CREATE FUNCTION app.evaluating_networks(real_now timestamptz)
  RETURNS TABLE (network_id uuid, clock_offset int, time_zone text, settings jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT n.id, n.clock_offset, n.time_zone, app.settings_of(n.id) FROM public.network n
        WHERE app.door() = 'platform' AND n.state = 'active' AND n.kind <> 'platform' AND EXISTS (
          SELECT 1 FROM public.training t WHERE t.network_id = n.id AND t.state NOT IN ('draft', 'submitted', 'postponed', 'cancelled')
            AND t.starts_at < real_now + make_interval(secs => n.clock_offset) + interval '61 days'
            AND t.ends_at > real_now + make_interval(secs => n.clock_offset) - interval '8 months') $$;
ALTER FUNCTION app.evaluating_networks(timestamptz) OWNER TO tessera_definer;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;
REVOKE ALL ON FUNCTION app.evaluating_networks(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.evaluating_networks(timestamptz) TO tessera_app;
