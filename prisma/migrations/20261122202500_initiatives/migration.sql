-- Initiatives of community leaders: plan, tasks, budget, partners, and the story that the network may show.

-- CreateTable
CREATE TABLE "initiative" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'idea',
    "starts_on" DATE,
    "ends_on" DATE,
    "currency" TEXT NOT NULL DEFAULT 'EUR',
    "approved_cents" INTEGER,
    "decision_comment" TEXT NOT NULL DEFAULT '',
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "people_reached" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "initiative_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "initiative_text" (
    "network_id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "question" TEXT NOT NULL DEFAULT '',
    "plan" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "initiative_text_pkey" PRIMARY KEY ("network_id","initiative_id","language")
);

-- CreateTable
CREATE TABLE "initiative_member" (
    "network_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "mentee_id" UUID NOT NULL,
    "consent_state" TEXT NOT NULL DEFAULT 'open',
    "consent_version" INTEGER,
    "consent_language" TEXT,
    "consent_how" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "recorded_by_id" UUID,

    CONSTRAINT "initiative_member_pkey" PRIMARY KEY ("network_id","initiative_id","mentee_id")
);

-- CreateTable
CREATE TABLE "initiative_task" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "owner_id" UUID,
    "due_on" DATE,
    "done_on" DATE,

    CONSTRAINT "initiative_task_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "initiative_cost" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "cents" INTEGER NOT NULL,

    CONSTRAINT "initiative_cost_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "initiative_partner" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "institution_id" UUID,
    "name" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "initiative_partner_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "initiative_story" (
    "network_id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "published_at" TIMESTAMPTZ(3),
    "team_size" INTEGER NOT NULL DEFAULT 0,
    "reached" INTEGER,

    CONSTRAINT "initiative_story_pkey" PRIMARY KEY ("network_id","initiative_id")
);

-- CreateTable
CREATE TABLE "initiative_story_text" (
    "network_id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "question" TEXT NOT NULL DEFAULT '',
    "story_body" TEXT NOT NULL,

    CONSTRAINT "initiative_story_text_pkey" PRIMARY KEY ("network_id","initiative_id","language")
);

-- CreateTable
CREATE TABLE "initiative_photo" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "initiative_photo_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "initiative_network_id_programme_id_id_key" ON "initiative"("network_id", "programme_id", "id");

-- CreateIndex
CREATE INDEX "initiative_member_network_id_mentee_id_idx" ON "initiative_member"("network_id", "mentee_id");

-- CreateIndex
CREATE INDEX "initiative_task_network_id_initiative_id_idx" ON "initiative_task"("network_id", "initiative_id");

-- CreateIndex
CREATE INDEX "initiative_cost_network_id_initiative_id_idx" ON "initiative_cost"("network_id", "initiative_id");

-- CreateIndex
CREATE INDEX "initiative_partner_network_id_initiative_id_idx" ON "initiative_partner"("network_id", "initiative_id");

-- CreateIndex
CREATE INDEX "initiative_partner_network_id_institution_id_idx" ON "initiative_partner"("network_id", "institution_id");

-- CreateIndex
CREATE INDEX "initiative_photo_network_id_initiative_id_idx" ON "initiative_photo"("network_id", "initiative_id");

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_network_id_programme_id_fkey" FOREIGN KEY ("network_id", "programme_id") REFERENCES "mentoring_programme"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_text" ADD CONSTRAINT "initiative_text_network_id_initiative_id_fkey" FOREIGN KEY ("network_id", "initiative_id") REFERENCES "initiative"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_member" ADD CONSTRAINT "initiative_member_network_id_programme_id_initiative_id_fkey" FOREIGN KEY ("network_id", "programme_id", "initiative_id") REFERENCES "initiative"("network_id", "programme_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_member" ADD CONSTRAINT "initiative_member_network_id_programme_id_mentee_id_fkey" FOREIGN KEY ("network_id", "programme_id", "mentee_id") REFERENCES "mentee_profile"("network_id", "programme_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_task" ADD CONSTRAINT "initiative_task_network_id_initiative_id_fkey" FOREIGN KEY ("network_id", "initiative_id") REFERENCES "initiative"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_cost" ADD CONSTRAINT "initiative_cost_network_id_initiative_id_fkey" FOREIGN KEY ("network_id", "initiative_id") REFERENCES "initiative"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_partner" ADD CONSTRAINT "initiative_partner_network_id_initiative_id_fkey" FOREIGN KEY ("network_id", "initiative_id") REFERENCES "initiative"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_partner" ADD CONSTRAINT "initiative_partner_network_id_institution_id_fkey" FOREIGN KEY ("network_id", "institution_id") REFERENCES "membership"("network_id", "institution_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_story" ADD CONSTRAINT "initiative_story_network_id_initiative_id_fkey" FOREIGN KEY ("network_id", "initiative_id") REFERENCES "initiative"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_story_text" ADD CONSTRAINT "initiative_story_text_network_id_initiative_id_fkey" FOREIGN KEY ("network_id", "initiative_id") REFERENCES "initiative_story"("network_id", "initiative_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_photo" ADD CONSTRAINT "initiative_photo_network_id_initiative_id_fkey" FOREIGN KEY ("network_id", "initiative_id") REFERENCES "initiative_story"("network_id", "initiative_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_photo" ADD CONSTRAINT "initiative_photo_network_id_id_fkey" FOREIGN KEY ("network_id", "id") REFERENCES "stored_file"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;



ALTER TABLE initiative
  ADD CONSTRAINT initiative_state CHECK (state IN ('idea', 'planned', 'approved', 'running', 'completed', 'reported', 'stopped')),
  ADD CONSTRAINT initiative_days CHECK (ends_on >= starts_on),
  ADD CONSTRAINT initiative_currency CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT initiative_figures CHECK (approved_cents >= 0 AND people_reached >= 0),
  ADD CONSTRAINT initiative_approved CHECK (state NOT IN ('approved', 'running', 'completed', 'reported') OR approved_cents IS NOT NULL),
  ADD CONSTRAINT initiative_completed CHECK (state NOT IN ('completed', 'reported') OR (completed_at IS NOT NULL AND people_reached IS NOT NULL));
ALTER TABLE initiative_member
  ADD CONSTRAINT initiative_member_consent CHECK (consent_state IN ('open', 'given', 'refused', 'withdrawn')),
  ADD CONSTRAINT initiative_member_how CHECK (consent_how IN ('digital', 'signature', 'spoken')),
  ADD CONSTRAINT initiative_member_version CHECK ((consent_state = 'given') = (consent_version IS NOT NULL));
ALTER TABLE initiative_cost
  ADD CONSTRAINT initiative_cost_cents CHECK (cents >= 0);
ALTER TABLE initiative_partner
  ADD CONSTRAINT initiative_partner_one CHECK ((institution_id IS NULL) <> (name = ''));
ALTER TABLE initiative_story
  ADD CONSTRAINT initiative_story_version CHECK (version >= 0),
  ADD CONSTRAINT initiative_story_public CHECK (NOT is_public OR (version > 0 AND published_at IS NOT NULL));

ALTER TABLE stored_file DROP CONSTRAINT stored_file_kind,
  ADD CONSTRAINT stored_file_kind CHECK (kind IN ('import', 'logo', 'attendance_list', 'initiative_photo'));

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['initiative', 'initiative_text', 'initiative_member', 'initiative_task', 'initiative_cost',
    'initiative_partner', 'initiative_story', 'initiative_story_text', 'initiative_photo'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_network ON public.%I FOR ALL TO tessera_app
      USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO tessera_app', t);
  END LOOP;
END $$;

-- Everybody reads a story while it is public, with its words and its pictures.
CREATE POLICY public_story ON initiative_story FOR SELECT TO tessera_app USING (is_public);
CREATE POLICY along_with_story ON initiative_story_text FOR SELECT TO tessera_app USING (EXISTS (
  SELECT 1 FROM initiative_story s WHERE s.network_id = initiative_story_text.network_id
    AND s.initiative_id = initiative_story_text.initiative_id AND s.is_public));
CREATE POLICY along_with_story ON initiative_photo FOR SELECT TO tessera_app USING (EXISTS (
  SELECT 1 FROM initiative_story s WHERE s.network_id = initiative_photo.network_id
    AND s.initiative_id = initiative_photo.initiative_id AND s.is_public));
CREATE POLICY along_with_photo ON stored_file FOR SELECT TO tessera_app USING (kind = 'initiative_photo' AND EXISTS (
  SELECT 1 FROM initiative_photo p WHERE p.network_id = stored_file.network_id AND p.id = stored_file.id));

-- A story is public only as long as everybody of the team agrees to it: with the first consent that ends, for whatever
-- reason, and with whoever joins, it is gone. The update always runs, so that it waits for a publication beside it.
CREATE FUNCTION app.hide_story() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF new.consent_state <> 'given' THEN
    UPDATE public.initiative_story s SET is_public = false
      WHERE s.network_id = new.network_id AND s.initiative_id = new.initiative_id;
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.hide_story() FROM PUBLIC;
CREATE TRIGGER hide_story AFTER INSERT OR UPDATE OF consent_state ON initiative_member
  FOR EACH ROW EXECUTE FUNCTION app.hide_story();
-- The story that people agreed to is the one that is shown.
CREATE FUNCTION app.hide_other_version() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  new.is_public := false;
  RETURN new;
END $$;
REVOKE ALL ON FUNCTION app.hide_other_version() FROM PUBLIC;
CREATE TRIGGER hide_other_version BEFORE UPDATE OF version ON initiative_story
  FOR EACH ROW WHEN (old.version IS DISTINCT FROM new.version) EXECUTE FUNCTION app.hide_other_version();
