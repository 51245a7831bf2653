-- What an event asks of whoever takes part, and what they answered.

-- AlterTable
ALTER TABLE "training" ADD COLUMN "form_version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "seat_request" ADD COLUMN "answers" BYTEA;

-- CreateTable
CREATE TABLE "seat_question" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "choices" TEXT[],
    "texts" JSONB NOT NULL,
    "is_required" BOOLEAN NOT NULL,
    "only_if" TEXT,
    "only_if_value" TEXT,
    "for_organiser" BOOLEAN NOT NULL,
    "is_sealed" BOOLEAN NOT NULL,
    "kept_days" INTEGER,
    "changed_in" INTEGER NOT NULL,

    CONSTRAINT "seat_question_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "seat_answer" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "participant_id" UUID,
    "given" TEXT[],
    "sealed" BYTEA,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_by_id" UUID,

    CONSTRAINT "seat_answer_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "seat_question_network_id_training_id_name_key" ON "seat_question"("network_id", "training_id", "name");

-- CreateIndex
CREATE INDEX "seat_answer_network_id_training_id_idx" ON "seat_answer"("network_id", "training_id");

-- CreateIndex
CREATE INDEX "seat_answer_network_id_participant_id_idx" ON "seat_answer"("network_id", "participant_id");

-- CreateIndex
CREATE INDEX "seat_answer_network_id_question_id_idx" ON "seat_answer"("network_id", "question_id");

-- CreateIndex
CREATE UNIQUE INDEX "seat_answer_network_id_seat_id_question_id_key" ON "seat_answer"("network_id", "seat_id", "question_id");

-- AddForeignKey
ALTER TABLE "seat_question" ADD CONSTRAINT "seat_question_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_answer" ADD CONSTRAINT "seat_answer_network_id_training_id_seat_id_fkey" FOREIGN KEY ("network_id", "training_id", "seat_id") REFERENCES "seat"("network_id", "training_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_answer" ADD CONSTRAINT "seat_answer_network_id_question_id_fkey" FOREIGN KEY ("network_id", "question_id") REFERENCES "seat_question"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_answer" ADD CONSTRAINT "seat_answer_network_id_participant_id_fkey" FOREIGN KEY ("network_id", "participant_id") REFERENCES "participant"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE training ADD CONSTRAINT training_form_version CHECK (form_version >= 0);
ALTER TABLE seat_request ADD CONSTRAINT seat_request_answers_sealed CHECK (app.is_sealed(answers));
ALTER TABLE seat_question
  ADD CONSTRAINT seat_question_name CHECK (name ~ '^[a-z][a-z0-9_]{0,39}$'),
  ADD CONSTRAINT seat_question_kind CHECK (kind IN ('text', 'long_text', 'number', 'choice', 'several', 'yes_no', 'date')),
  ADD CONSTRAINT seat_question_choices CHECK (choices IS NOT NULL AND (kind IN ('choice', 'several')) = (cardinality(choices) > 0)),
  ADD CONSTRAINT seat_question_only_if CHECK ((only_if IS NOT NULL OR only_if_value IS NULL) AND only_if <> name),
  ADD CONSTRAINT seat_question_kept_days CHECK (kept_days BETWEEN 0 AND 3650),
  ADD CONSTRAINT seat_question_changed_in CHECK (changed_in > 0);
-- An answer lies open or sealed, never both.
ALTER TABLE seat_answer
  ADD CONSTRAINT seat_answer_sealed_sealed CHECK (app.is_sealed(sealed)),
  ADD CONSTRAINT seat_answer_given CHECK (given IS NOT NULL AND (sealed IS NULL) = (cardinality(given) > 0));

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['seat_question', 'seat_answer'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_network ON %I FOR ALL TO tessera_app
      USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO tessera_app', t);
  END LOOP;
END $$;

-- A partner network that may register reads what is asked there.
CREATE POLICY shared ON seat_question FOR SELECT TO tessera_app
  USING (network_id <> (SELECT app.network_id()) AND app.is_shared_training(network_id, training_id));
