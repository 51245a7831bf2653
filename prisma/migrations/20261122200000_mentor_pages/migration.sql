-- What the pages of mentors and mentees need: goals with a baseline and a target, evidence of a review, the mood and the
-- steps of a session, and what somebody asks for instead of an answer.

-- AlterTable
ALTER TABLE "mentoring_goal" ADD COLUMN     "baseline" BYTEA,
ADD COLUMN     "smart" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "target" BYTEA;

-- AlterTable
ALTER TABLE "mentoring_goal_review" ADD COLUMN     "proof_note" BYTEA;

-- AlterTable
ALTER TABLE "mentoring_session" ADD COLUMN     "corrected_at" TIMESTAMPTZ(3),
ADD COLUMN     "mood" BYTEA,
ADD COLUMN     "starts_at" TEXT,
ADD COLUMN     "steps" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "steps_done" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- CreateTable
CREATE TABLE "mentoring_ask" (
    "network_id" UUID NOT NULL,
    "relation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mentoring_ask_pkey" PRIMARY KEY ("network_id","relation_id","person_id")
);

-- AddForeignKey
ALTER TABLE "mentoring_ask" ADD CONSTRAINT "mentoring_ask_network_id_relation_id_fkey" FOREIGN KEY ("network_id", "relation_id") REFERENCES "mentoring_relation"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_ask" ADD CONSTRAINT "mentoring_ask_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE mentoring_ask
  ADD CONSTRAINT mentoring_ask_what CHECK (what IN ('more_time', 'more_information', 'another_mentor', 'another_mentee'));

ALTER TABLE mentoring_ask ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentoring_ask FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON mentoring_ask FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mentoring_ask TO tessera_app;

ALTER TABLE mentoring_goal
  ADD CONSTRAINT mentoring_goal_baseline_sealed CHECK (app.is_sealed(baseline)),
  ADD CONSTRAINT mentoring_goal_target_sealed CHECK (app.is_sealed(target)),
  ADD CONSTRAINT mentoring_goal_smart CHECK (smart <@ ARRAY['specific', 'measurable', 'achievable', 'relevant', 'timed']);
ALTER TABLE mentoring_goal_review
  ADD CONSTRAINT mentoring_goal_review_proof_note_sealed CHECK (app.is_sealed(proof_note));
ALTER TABLE mentoring_session
  DROP CONSTRAINT mentoring_session_state,
  ADD CONSTRAINT mentoring_session_state CHECK (state IN ('planned', 'held', 'attempted', 'cancelled', 'missed')),
  ADD CONSTRAINT mentoring_session_starts_at CHECK (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ADD CONSTRAINT mentoring_session_steps CHECK (steps >= 0 AND cardinality(steps_done) <= steps),
  ADD CONSTRAINT mentoring_session_mood_sealed CHECK (app.is_sealed(mood));
