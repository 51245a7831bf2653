-- What somebody asks the coordinator for is answered here.

ALTER TABLE "mentoring_ask" ADD COLUMN "id" UUID,
ADD COLUMN "answer" TEXT,
ADD COLUMN "answer_words" BYTEA,
ADD COLUMN "answered_at" TIMESTAMPTZ(3),
ADD COLUMN "answered_by_id" UUID;
ALTER TABLE mentoring_ask NO FORCE ROW LEVEL SECURITY;
UPDATE mentoring_ask SET id = gen_random_uuid();
ALTER TABLE mentoring_ask FORCE ROW LEVEL SECURITY;
ALTER TABLE "mentoring_ask" ALTER COLUMN "id" SET NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "mentoring_ask_network_id_id_key" ON "mentoring_ask"("network_id", "id");

ALTER TABLE mentoring_ask
  ADD CONSTRAINT mentoring_ask_answer CHECK (answer IN ('done', 'declined', 'another')),
  ADD CONSTRAINT mentoring_ask_words_sealed CHECK (app.is_sealed(answer_words)),
  ADD CONSTRAINT mentoring_ask_answered CHECK ((answer IS NULL) = (answered_at IS NULL)
    AND (answer IS NULL) = (answered_by_id IS NULL) AND (answer IS NOT NULL OR answer_words IS NULL));
