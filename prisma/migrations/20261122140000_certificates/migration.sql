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
