-- What a certificate asks for and states, how long it holds, and issues that take the place of earlier ones.

-- DropIndex
DROP INDEX "certificate_network_id_training_id_idx";

-- DropIndex
DROP INDEX "certificate_network_id_seat_id_key";

-- AlterTable
ALTER TABLE "training" ADD COLUMN     "assessment" TEXT NOT NULL DEFAULT 'none',
ADD COLUMN     "attendance_measure" TEXT NOT NULL DEFAULT 'half_days',
ADD COLUMN     "certificate_months" INTEGER,
ADD COLUMN     "certificate_needs_evaluation" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "eqf_level" INTEGER;

-- AlterTable
ALTER TABLE "training_session" ADD COLUMN     "is_mandatory" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "certificate" ADD COLUMN     "number" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "valid_until" TIMESTAMPTZ(3);

-- CreateIndex
CREATE UNIQUE INDEX "certificate_network_id_seat_id_number_key" ON "certificate"("network_id", "seat_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_network_id_training_id_participant_id_number_key" ON "certificate"("network_id", "training_id", "participant_id", "number");

ALTER TABLE training
  ADD CONSTRAINT training_attendance_measure CHECK (attendance_measure IN ('half_days', 'minutes')),
  ADD CONSTRAINT training_certificate_months CHECK (certificate_months BETWEEN 1 AND 120),
  ADD CONSTRAINT training_assessment CHECK (assessment IN ('none', 'test', 'assignment', 'observation')),
  ADD CONSTRAINT training_eqf_level CHECK (eqf_level BETWEEN 1 AND 8);
ALTER TABLE certificate DROP CONSTRAINT certificate_state,
  ADD CONSTRAINT certificate_state CHECK (state IN ('issued', 'revoked', 'superseded')),
  ADD CONSTRAINT certificate_number CHECK (number >= 1),
  ADD CONSTRAINT certificate_validity CHECK (valid_until > issued_at);
-- Of the issues of a seat one holds at most.
CREATE UNIQUE INDEX certificate_one_holds ON certificate (network_id, seat_id) WHERE state = 'issued';

-- Whether it still holds depends on the clock of its network.
DROP FUNCTION app.certificate_by_code(text);
GRANT CREATE ON SCHEMA app TO tessera_definer;
CREATE FUNCTION app.certificate_by_code(code text)
  RETURNS TABLE (network_id uuid, clock_offset int, state text, is_name_shown boolean, language text, snapshot jsonb,
    issued_at timestamptz, valid_until timestamptz, revoked_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT c.network_id, n.clock_offset, c.state, c.is_name_shown, c.language, c.snapshot, c.issued_at, c.valid_until, c.revoked_at
        FROM public.certificate c JOIN public.network n ON n.id = c.network_id WHERE c.verify_code = certificate_by_code.code $$;
ALTER FUNCTION app.certificate_by_code(text) OWNER TO tessera_definer;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;
REVOKE ALL ON FUNCTION app.certificate_by_code(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.certificate_by_code(text) TO tessera_app, tessera_definer;

-- CreateTable
CREATE TABLE "certificate_template" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "accent" TEXT NOT NULL,
    "signatory_name" TEXT NOT NULL DEFAULT '',
    "signatory_function" TEXT NOT NULL DEFAULT '',
    "introduction" TEXT NOT NULL DEFAULT '',
    "quality_assurance" TEXT NOT NULL DEFAULT '',
    "footer" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,

    CONSTRAINT "certificate_template_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "certificate_template_network_id_language_version_key" ON "certificate_template"("network_id", "language", "version");

-- AddForeignKey
ALTER TABLE "certificate_template" ADD CONSTRAINT "certificate_template_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE certificate_template
  ADD CONSTRAINT certificate_template_version CHECK (version >= 1),
  ADD CONSTRAINT certificate_template_accent CHECK (accent ~ '^#[0-9a-f]{6}$');
ALTER TABLE certificate_template ENABLE ROW LEVEL SECURITY;
ALTER TABLE certificate_template FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON certificate_template FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
-- Versions are added to, never changed.
GRANT SELECT, INSERT ON certificate_template TO tessera_app;
