-- Communication cards: their texts in many languages, who verified what, and what left a deck.

-- CreateTable
CREATE TABLE "communication_card" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "situation" TEXT NOT NULL,
    "concept_key" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "answer_type" TEXT NOT NULL DEFAULT 'none',
    "priority" INTEGER NOT NULL DEFAULT 0,
    "pictogram" TEXT,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "review_by" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "communication_card_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "card_text" (
    "network_id" UUID NOT NULL,
    "card_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "transliteration" TEXT NOT NULL DEFAULT '',
    "instruction" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "is_shown" BOOLEAN NOT NULL DEFAULT false,
    "written_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "card_text_pkey" PRIMARY KEY ("network_id","card_id","language")
);

-- CreateTable
CREATE TABLE "card_verdict" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "card_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "is_approved" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "given_by_id" UUID NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "card_verdict_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "card_withdrawal" (
    "network_id" UUID NOT NULL,
    "card_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "card_withdrawal_pkey" PRIMARY KEY ("network_id","card_id","language")
);

-- CreateTable
CREATE TABLE "card_test" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "card_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "tested_on" DATE NOT NULL,
    "shown" INTEGER NOT NULL,
    "understood" INTEGER NOT NULL,
    "remark" TEXT NOT NULL DEFAULT '',
    "noted_by_id" UUID NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "card_test_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "communication_card_network_id_concept_key_key" ON "communication_card"("network_id", "concept_key");

-- CreateIndex
CREATE INDEX "card_text_network_id_language_idx" ON "card_text"("network_id", "language");

-- CreateIndex
CREATE UNIQUE INDEX "card_verdict_network_id_card_id_language_version_given_by_i_key" ON "card_verdict"("network_id", "card_id", "language", "version", "given_by_id");

-- CreateIndex
CREATE INDEX "card_test_network_id_card_id_idx" ON "card_test"("network_id", "card_id");

-- AddForeignKey
ALTER TABLE "communication_card" ADD CONSTRAINT "communication_card_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_text" ADD CONSTRAINT "card_text_network_id_card_id_fkey" FOREIGN KEY ("network_id", "card_id") REFERENCES "communication_card"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_verdict" ADD CONSTRAINT "card_verdict_network_id_card_id_language_fkey" FOREIGN KEY ("network_id", "card_id", "language") REFERENCES "card_text"("network_id", "card_id", "language") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_withdrawal" ADD CONSTRAINT "card_withdrawal_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_test" ADD CONSTRAINT "card_test_network_id_card_id_fkey" FOREIGN KEY ("network_id", "card_id") REFERENCES "communication_card"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;



ALTER TABLE communication_card
  ADD CONSTRAINT communication_card_state CHECK (state IN ('draft', 'pictogram_ok', 'translating', 'field_test', 'published', 'revision_due', 'retired')),
  ADD CONSTRAINT communication_card_situation CHECK (situation IN ('health_problem', 'pregnancy', 'birth', 'loss', 'abduction', 'theft', 'threat', 'violence', 'report_risk', 'general', 'answers')),
  ADD CONSTRAINT communication_card_side CHECK (side IN ('person_to_helper', 'helper_to_person', 'both')),
  ADD CONSTRAINT communication_card_answer CHECK (answer_type IN ('yes_no', 'point_body', 'point_list', 'number', 'time', 'none')),
  ADD CONSTRAINT communication_card_pictogram CHECK (state IN ('draft', 'retired') OR pictogram IS NOT NULL),
  ADD CONSTRAINT communication_card_published CHECK (state <> 'published' OR published_at IS NOT NULL);
ALTER TABLE card_text
  ADD CONSTRAINT card_text_state CHECK (state IN ('draft', 'reviewed', 'verified', 'rejected')),
  ADD CONSTRAINT card_text_words CHECK (text <> ''),
  ADD CONSTRAINT card_text_version CHECK (version > 0),
  ADD CONSTRAINT card_text_shown CHECK (NOT is_shown OR state = 'verified');
ALTER TABLE card_verdict
  ADD CONSTRAINT card_verdict_reason CHECK (is_approved OR reason <> '');
ALTER TABLE card_test
  ADD CONSTRAINT card_test_figures CHECK (understood >= 0 AND understood <= shown AND shown > 0);

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['communication_card', 'card_text', 'card_verdict', 'card_withdrawal', 'card_test'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_network ON public.%I FOR ALL TO tessera_app
      USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO tessera_app', t);
  END LOOP;
END $$;

-- Everybody reads the decks, and what left them; a text that is not in a deck is nobody's outside the network.
CREATE POLICY public_card ON communication_card FOR SELECT TO tessera_app USING (state = 'published');
CREATE POLICY public_text ON card_text FOR SELECT TO tessera_app USING (is_shown);
CREATE POLICY public_withdrawal ON card_withdrawal FOR SELECT TO tessera_app USING (true);

-- With its verification a text leaves the deck, whoever takes it away; what leaves a deck is remembered until it is back.
CREATE FUNCTION app.hide_unverified() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  new.is_shown := new.is_shown AND new.state = 'verified';
  RETURN new;
END $$;
REVOKE ALL ON FUNCTION app.hide_unverified() FROM PUBLIC;
CREATE TRIGGER hide_unverified BEFORE UPDATE ON card_text
  FOR EACH ROW EXECUTE FUNCTION app.hide_unverified();

CREATE FUNCTION app.remember_withdrawal() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF new.is_shown THEN
    DELETE FROM public.card_withdrawal w
      WHERE w.network_id = new.network_id AND w.card_id = new.card_id AND w.language = new.language;
  ELSE
    INSERT INTO public.card_withdrawal (network_id, card_id, language, withdrawn_at)
      VALUES (new.network_id, new.card_id, new.language, new.changed_at)
      ON CONFLICT (network_id, card_id, language) DO UPDATE SET withdrawn_at = excluded.withdrawn_at;
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.remember_withdrawal() FROM PUBLIC;
CREATE TRIGGER remember_withdrawal AFTER UPDATE ON card_text
  FOR EACH ROW WHEN (old.is_shown IS DISTINCT FROM new.is_shown) EXECUTE FUNCTION app.remember_withdrawal();
