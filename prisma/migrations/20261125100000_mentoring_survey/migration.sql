-- Mentor and mentees are asked whether they still meet, before a coordinator is (docs/decisions/043).

-- CreateTable
CREATE TABLE "mentoring_survey" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "relation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "mentee_id" UUID,
    "due_on" DATE NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "mentoring_survey_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "mentoring_survey_network_id_relation_id_person_id_due_on_key" ON "mentoring_survey"("network_id", "relation_id", "person_id", "due_on");

-- AddForeignKey
ALTER TABLE "mentoring_survey" ADD CONSTRAINT "mentoring_survey_network_id_relation_id_fkey" FOREIGN KEY ("network_id", "relation_id") REFERENCES "mentoring_relation"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_survey" ADD CONSTRAINT "mentoring_survey_network_id_mentee_id_fkey" FOREIGN KEY ("network_id", "mentee_id") REFERENCES "mentee_profile"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_survey" ADD CONSTRAINT "mentoring_survey_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE mentoring_survey
  ADD CONSTRAINT mentoring_survey_answer CHECK (answer IN ('meeting', 'break', 'hindered', 'stopped')),
  ADD CONSTRAINT mentoring_survey_answered CHECK ((answer IS NULL) = (answered_at IS NULL));

ALTER TABLE mentoring_survey ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentoring_survey FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON mentoring_survey FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mentoring_survey TO tessera_app;

-- The question is a step of the ladder: a programme sets its days and its owner, and it can be kept silent.
ALTER TABLE mentoring_threshold DROP CONSTRAINT mentoring_threshold_step,
  ADD CONSTRAINT mentoring_threshold_step CHECK (step IN ('invite', 'profile', 'first_meeting', 'gap', 'survey'));
ALTER TABLE mentoring_mute DROP CONSTRAINT mentoring_mute_step,
  ADD CONSTRAINT mentoring_mute_step CHECK (step IN ('invite', 'profile', 'first_meeting', 'gap', 'survey'));
ALTER TABLE mentoring_standstill DROP CONSTRAINT mentoring_standstill_step,
  ADD CONSTRAINT mentoring_standstill_step CHECK (step IN ('invite', 'profile', 'first_meeting', 'gap', 'survey'));
