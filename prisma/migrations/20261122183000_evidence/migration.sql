-- What proves who was there, and how many people came where nobody writes down names.

-- CreateTable
CREATE TABLE "attendance_evidence" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "seat_id" UUID,
    "kind" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "file_id" UUID,
    "signature" BYTEA,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,
    "kept_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "purged_at" TIMESTAMPTZ(3),

    CONSTRAINT "attendance_evidence_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "head_count" (
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "languages" TEXT[],
    "total" INTEGER NOT NULL,
    "women" INTEGER NOT NULL,
    "men" INTEGER NOT NULL,
    "other_gender" INTEGER NOT NULL,
    "under_18" INTEGER NOT NULL,
    "from_18" INTEGER NOT NULL,
    "from_30" INTEGER NOT NULL,
    "from_55" INTEGER NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by_id" UUID,

    CONSTRAINT "head_count_pkey" PRIMARY KEY ("network_id","training_id")
);

-- CreateIndex
CREATE INDEX "attendance_evidence_network_id_training_id_idx" ON "attendance_evidence"("network_id", "training_id");

-- CreateIndex
CREATE INDEX "attendance_evidence_network_id_session_id_idx" ON "attendance_evidence"("network_id", "session_id");

-- CreateIndex
CREATE INDEX "attendance_evidence_network_id_seat_id_idx" ON "attendance_evidence"("network_id", "seat_id");

-- AddForeignKey
ALTER TABLE "attendance_evidence" ADD CONSTRAINT "attendance_evidence_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_evidence" ADD CONSTRAINT "attendance_evidence_network_id_training_id_session_id_fkey" FOREIGN KEY ("network_id", "training_id", "session_id") REFERENCES "training_session"("network_id", "training_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_evidence" ADD CONSTRAINT "attendance_evidence_network_id_training_id_seat_id_fkey" FOREIGN KEY ("network_id", "training_id", "seat_id") REFERENCES "seat"("network_id", "training_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_evidence" ADD CONSTRAINT "attendance_evidence_network_id_file_id_fkey" FOREIGN KEY ("network_id", "file_id") REFERENCES "stored_file"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "head_count" ADD CONSTRAINT "head_count_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE stored_file DROP CONSTRAINT stored_file_kind,
  ADD CONSTRAINT stored_file_kind CHECK (kind IN ('import', 'logo', 'attendance_list'));
ALTER TABLE attendance_change DROP CONSTRAINT attendance_change_way,
  ADD CONSTRAINT attendance_change_way CHECK (way IN ('sheet', 'check_in', 'undo', 'walk_in'));
ALTER TABLE attendance_evidence
  ADD CONSTRAINT attendance_evidence_kind CHECK (kind IN ('scanned_list', 'drawn_signature')),
  ADD CONSTRAINT attendance_evidence_list CHECK ((kind = 'scanned_list') = (seat_id IS NULL)
    AND (kind = 'scanned_list') = (file_id IS NOT NULL)),
  ADD CONSTRAINT attendance_evidence_signature CHECK ((signature IS NOT NULL) = (kind = 'drawn_signature' AND purged_at IS NULL)),
  ADD CONSTRAINT attendance_evidence_signature_sealed CHECK (app.is_sealed(signature)),
  ADD CONSTRAINT attendance_evidence_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT attendance_evidence_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_by_id IS NULL));
-- The same list is kept once, and one signature of a person stands.
CREATE UNIQUE INDEX attendance_evidence_list_once ON attendance_evidence (network_id, session_id, sha256)
  WHERE kind = 'scanned_list' AND withdrawn_at IS NULL;
CREATE UNIQUE INDEX attendance_evidence_stands ON attendance_evidence (network_id, session_id, seat_id, kind)
  WHERE seat_id IS NOT NULL AND withdrawn_at IS NULL;
ALTER TABLE head_count
  ADD CONSTRAINT head_count_topic CHECK (topic IN ('health', 'social_rights', 'education', 'work', 'violence',
    'womens_rights', 'right_to_protection', 'other')),
  ADD CONSTRAINT head_count_languages CHECK (cardinality(languages) > 0),
  ADD CONSTRAINT head_count_figures CHECK (least(women, men, other_gender, under_18, from_18, from_30, from_55) >= 0),
  ADD CONSTRAINT head_count_sums CHECK (total = women + men + other_gender AND total = under_18 + from_18 + from_30 + from_55);

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['attendance_evidence', 'head_count'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_network ON public.%I FOR ALL TO tessera_app
      USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()))', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON head_count TO tessera_app;
-- A proof is taken back or removed when its time is over; what it said stays.
GRANT SELECT, INSERT, UPDATE (withdrawn_at, withdrawn_by_id, signature, purged_at) ON attendance_evidence TO tessera_app;
