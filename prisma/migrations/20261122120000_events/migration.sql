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
