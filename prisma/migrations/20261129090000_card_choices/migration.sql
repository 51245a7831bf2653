-- Words to point at beneath a card, in an order, and languages to point at.

ALTER TABLE "card_text" ADD COLUMN "is_verified_twice" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "card_choice" (
    "network_id" UUID NOT NULL,
    "card_id" UUID NOT NULL,
    "answer_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "card_choice_pkey" PRIMARY KEY ("network_id","card_id","answer_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "card_choice_network_id_card_id_position_key" ON "card_choice"("network_id", "card_id", "position");

-- CreateIndex
CREATE INDEX "card_choice_network_id_answer_id_idx" ON "card_choice"("network_id", "answer_id");

-- AddForeignKey
ALTER TABLE "card_choice" ADD CONSTRAINT "card_choice_network_id_card_id_fkey" FOREIGN KEY ("network_id", "card_id") REFERENCES "communication_card"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_choice" ADD CONSTRAINT "card_choice_network_id_answer_id_fkey" FOREIGN KEY ("network_id", "answer_id") REFERENCES "communication_card"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE card_choice
  ADD CONSTRAINT card_choice_position CHECK (position BETWEEN 1 AND 12),
  ADD CONSTRAINT card_choice_other CHECK (card_id <> answer_id);
ALTER TABLE communication_card DROP CONSTRAINT communication_card_answer,
  ADD CONSTRAINT communication_card_answer CHECK (answer_type IN ('yes_no', 'point_body', 'point_list', 'number', 'time', 'language', 'none'));

ALTER TABLE card_choice ENABLE ROW LEVEL SECURITY;
ALTER TABLE card_choice FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON card_choice FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON card_choice TO tessera_app;

-- Everybody reads what can be pointed at beneath a card that everybody reads.
CREATE POLICY along_with_card ON card_choice FOR SELECT TO tessera_app USING (EXISTS (
  SELECT 1 FROM communication_card c WHERE c.network_id = card_choice.network_id AND c.id = card_choice.card_id AND c.state = 'published'));

-- Outside a network nobody reads who verified a text; that two did is said by the text.
ALTER TABLE card_text NO FORCE ROW LEVEL SECURITY;
ALTER TABLE card_verdict NO FORCE ROW LEVEL SECURITY;
UPDATE card_text t SET is_verified_twice = true
  WHERE t.state = 'verified' AND (SELECT count(*) FROM card_verdict v WHERE v.network_id = t.network_id AND v.card_id = t.card_id
    AND v.language = t.language AND v.version = t.version AND v.is_approved) > 1;
ALTER TABLE card_text FORCE ROW LEVEL SECURITY;
ALTER TABLE card_verdict FORCE ROW LEVEL SECURITY;
