-- Recordings of the texts of cards: what is heard instead of the device's own voice.

-- CreateTable
CREATE TABLE "card_recording" (
    "network_id" UUID NOT NULL,
    "card_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "file_id" UUID NOT NULL,
    "seconds" INTEGER NOT NULL,
    "is_confirmed" BOOLEAN NOT NULL DEFAULT false,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by_id" UUID,

    CONSTRAINT "card_recording_pkey" PRIMARY KEY ("network_id","card_id","language")
);

-- CreateIndex
CREATE UNIQUE INDEX "card_recording_network_id_file_id_key" ON "card_recording"("network_id", "file_id");

-- AddForeignKey
ALTER TABLE "card_recording" ADD CONSTRAINT "card_recording_network_id_card_id_language_fkey" FOREIGN KEY ("network_id", "card_id", "language") REFERENCES "card_text"("network_id", "card_id", "language") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_recording" ADD CONSTRAINT "card_recording_network_id_file_id_fkey" FOREIGN KEY ("network_id", "file_id") REFERENCES "stored_file"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE card_recording
  ADD CONSTRAINT card_recording_seconds CHECK (seconds > 0),
  ADD CONSTRAINT card_recording_confirmed CHECK (NOT is_confirmed OR confirmed_by_id IS DISTINCT FROM recorded_by_id);
ALTER TABLE stored_file DROP CONSTRAINT stored_file_kind,
  ADD CONSTRAINT stored_file_kind CHECK (kind IN ('import', 'logo', 'attendance_list', 'initiative_photo', 'resource_file', 'translation_file', 'card_recording'));

ALTER TABLE card_recording ENABLE ROW LEVEL SECURITY;
ALTER TABLE card_recording FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON card_recording FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON card_recording TO tessera_app;

-- Everybody hears what was confirmed, of the words that stand in a deck.
CREATE POLICY along_with_text ON card_recording FOR SELECT TO tessera_app USING (is_confirmed AND EXISTS (
  SELECT 1 FROM card_text t WHERE t.network_id = card_recording.network_id AND t.card_id = card_recording.card_id
    AND t.language = card_recording.language AND t.version = card_recording.version AND t.is_shown));
CREATE POLICY along_with_recording ON stored_file FOR SELECT TO tessera_app USING (kind = 'card_recording' AND EXISTS (
  SELECT 1 FROM card_recording r WHERE r.network_id = stored_file.network_id AND r.file_id = stored_file.id));

-- A recording says the words of one version; whoever writes another one takes it out.
CREATE FUNCTION app.drop_recording() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  DELETE FROM public.card_recording r
    WHERE r.network_id = new.network_id AND r.card_id = new.card_id AND r.language = new.language
      AND r.version <> new.version;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.drop_recording() FROM PUBLIC;
CREATE TRIGGER drop_recording AFTER UPDATE OF version ON card_text
  FOR EACH ROW WHEN (old.version <> new.version) EXECUTE FUNCTION app.drop_recording();
