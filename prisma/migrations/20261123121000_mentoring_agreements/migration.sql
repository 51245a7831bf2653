-- Agreements of mentoring as texts: one for each language, in versions; a signature names the one that was read.

-- AlterTable
ALTER TABLE "mentoring_relation" ADD COLUMN     "agreement_version" INTEGER;

-- CreateTable
CREATE TABLE "mentoring_agreement_text" (
    "network_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "confidentiality" TEXT NOT NULL,
    "places" TEXT NOT NULL,
    "hours" TEXT NOT NULL,
    "gifts" TEXT NOT NULL,
    "ending" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,

    CONSTRAINT "mentoring_agreement_text_pkey" PRIMARY KEY ("network_id","programme_id","language","version")
);

-- AddForeignKey
ALTER TABLE "mentoring_agreement_text" ADD CONSTRAINT "mentoring_agreement_text_network_id_programme_id_fkey" FOREIGN KEY ("network_id", "programme_id") REFERENCES "mentoring_programme"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_relation" ADD CONSTRAINT "mentoring_relation_network_id_programme_id_agreement_langu_fkey" FOREIGN KEY ("network_id", "programme_id", "agreement_language", "agreement_version") REFERENCES "mentoring_agreement_text"("network_id", "programme_id", "language", "version") ON DELETE RESTRICT ON UPDATE CASCADE;



ALTER TABLE mentoring_agreement_text
  ADD CONSTRAINT mentoring_agreement_text_version CHECK (version > 0),
  ADD CONSTRAINT mentoring_agreement_text_hash CHECK (hash ~ '^[0-9a-f]{64}$');
ALTER TABLE mentoring_agreement_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentoring_agreement_text FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON mentoring_agreement_text FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
-- A text is written once.
GRANT SELECT, INSERT, DELETE ON mentoring_agreement_text TO tessera_app;
