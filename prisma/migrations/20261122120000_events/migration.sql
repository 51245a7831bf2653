-- Kinds of events with their own rules; half-days with their own form and trainers.

-- AlterTable
ALTER TABLE "training" ADD COLUMN     "accessibility" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "childcare_offered" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "cost_free" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "gives_certificate" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "training_session" ADD COLUMN     "mode" TEXT;

-- CreateTable
CREATE TABLE "training_session_trainer" (
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "training_session_trainer_pkey" PRIMARY KEY ("network_id","session_id","person_id")
);

-- CreateIndex
CREATE INDEX "training_session_trainer_network_id_training_id_person_id_idx" ON "training_session_trainer"("network_id", "training_id", "person_id");

-- AddForeignKey
ALTER TABLE "training_session_trainer" ADD CONSTRAINT "training_session_trainer_network_id_training_id_session_id_fkey" FOREIGN KEY ("network_id", "training_id", "session_id") REFERENCES "training_session"("network_id", "training_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_session_trainer" ADD CONSTRAINT "training_session_trainer_network_id_training_id_person_id_fkey" FOREIGN KEY ("network_id", "training_id", "person_id") REFERENCES "training_trainer"("network_id", "training_id", "person_id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE training ADD CONSTRAINT training_accessibility
  CHECK (accessibility <@ ARRAY['step_free', 'hearing_loop', 'sign_language', 'easy_language']);
ALTER TABLE training_session ADD CONSTRAINT training_session_mode CHECK (mode IN ('onsite', 'online', 'hybrid'));

ALTER TABLE training_session_trainer ENABLE ROW LEVEL SECURITY;
ALTER TABLE training_session_trainer FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON training_session_trainer FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON training_session_trainer TO tessera_app;

-- A date that moves: seats from before may be given back until the start. A proposal that went back says why.

-- AlterTable
ALTER TABLE "training" ADD COLUMN     "moved_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "training_return" (
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "returned_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "training_return_pkey" PRIMARY KEY ("network_id","training_id")
);

-- AddForeignKey
ALTER TABLE "training_return" ADD CONSTRAINT "training_return_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE training_return ENABLE ROW LEVEL SECURITY;
ALTER TABLE training_return FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON training_return FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON training_return TO tessera_app;

-- Trainings whose state the clock has overtaken: begun, or over.
GRANT CREATE ON SCHEMA app TO tessera_definer;
CREATE FUNCTION app.due_courses(real_now timestamptz)
  RETURNS TABLE (network_id uuid, training_id uuid, clock_offset int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT n.id, t.id, n.clock_offset FROM public.network n
        CROSS JOIN LATERAL (
          SELECT g.id FROM public.training g WHERE g.network_id = n.id AND g.state IN ('published', 'registration_closed')
            AND g.starts_at <= real_now + make_interval(secs => n.clock_offset)
          UNION ALL
          SELECT g.id FROM public.training g WHERE g.network_id = n.id AND g.state = 'running'
            AND g.ends_at <= real_now + make_interval(secs => n.clock_offset)) t
        WHERE app.door() = 'platform' AND n.state IN ('draft', 'active') LIMIT 1000 $$;
ALTER FUNCTION app.due_courses(timestamptz) OWNER TO tessera_definer;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;
REVOKE ALL ON FUNCTION app.due_courses(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.due_courses(timestamptz) TO tessera_app;

-- Events that were made together by one pattern. Each is an event of its own; what binds them is the row they name.

-- CreateTable
CREATE TABLE "training_series" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "repeat" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "training_series_pkey" PRIMARY KEY ("network_id","id")
);

-- AlterTable
ALTER TABLE "training" ADD COLUMN     "series_id" UUID;

-- CreateIndex
CREATE INDEX "training_network_id_series_id_idx" ON "training"("network_id", "series_id");

-- AddForeignKey
ALTER TABLE "training_series" ADD CONSTRAINT "training_series_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training" ADD CONSTRAINT "training_network_id_series_id_fkey" FOREIGN KEY ("network_id", "series_id") REFERENCES "training_series"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE training_series ADD CONSTRAINT training_series_repeat CHECK (repeat IN ('weekly', 'fortnightly', 'monthly'));
ALTER TABLE training_series ENABLE ROW LEVEL SECURITY;
ALTER TABLE training_series FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON training_series FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON training_series TO tessera_app;
