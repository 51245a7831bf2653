-- Every text says which change of the words it is, and which one of which language it was made from.

-- AlterTable
ALTER TABLE "network_text" ADD COLUMN     "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "origin" TEXT NOT NULL DEFAULT 'human',
ADD COLUMN     "source_language" TEXT,
ADD COLUMN     "source_version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "training_text" ADD COLUMN     "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "origin" TEXT NOT NULL DEFAULT 'human',
ADD COLUMN     "source_language" TEXT,
ADD COLUMN     "source_version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "mentoring_programme_text" ADD COLUMN     "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "origin" TEXT NOT NULL DEFAULT 'human',
ADD COLUMN     "source_language" TEXT,
ADD COLUMN     "source_version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "resource_text" ADD COLUMN     "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "source_language" TEXT;

-- CreateTable
CREATE TABLE "translation_work" (
    "network_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "object_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "draft" JSONB,
    "source_language" TEXT NOT NULL,
    "source_version" INTEGER NOT NULL,
    "source_words" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "translation_work_pkey" PRIMARY KEY ("network_id","kind","object_id","language")
);

-- AddForeignKey
ALTER TABLE "translation_work" ADD CONSTRAINT "translation_work_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['network_text', 'training_text', 'mentoring_programme_text'] LOOP
    EXECUTE format('ALTER TABLE public.%I ADD CONSTRAINT %I CHECK (origin IN (''human'', ''machine'')),
      ADD CONSTRAINT %I CHECK (version > 0 AND source_version > 0)', t, t || '_origin', t || '_versions');
  END LOOP;
  FOREACH t IN ARRAY ARRAY['network_text', 'training_text', 'mentoring_programme_text', 'resource_text'] LOOP
    EXECUTE format('ALTER TABLE public.%I ADD CONSTRAINT %I CHECK (source_language <> language)', t, t || '_source');
  END LOOP;
END $$;
ALTER TABLE translation_work
  ADD CONSTRAINT translation_work_kind CHECK (kind IN ('network', 'training', 'programme', 'resource')),
  ADD CONSTRAINT translation_work_source CHECK (source_language <> language AND source_version > 0);

ALTER TABLE translation_work ENABLE ROW LEVEL SECURITY;
ALTER TABLE translation_work FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON translation_work FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON translation_work TO tessera_app;

-- What was there is the source in the network's own language where there is such a text, else in its first language; the others
-- were made from it, and nothing tells that one of them is behind. A resource names the language of its source itself.
ALTER TABLE network NO FORCE ROW LEVEL SECURITY;
ALTER TABLE network_text NO FORCE ROW LEVEL SECURITY;
ALTER TABLE training_text NO FORCE ROW LEVEL SECURITY;
ALTER TABLE mentoring_programme_text NO FORCE ROW LEVEL SECURITY;
ALTER TABLE resource NO FORCE ROW LEVEL SECURITY;
ALTER TABLE resource_text NO FORCE ROW LEVEL SECURITY;
UPDATE network_text x SET source_language = s.language
  FROM (SELECT DISTINCT ON (y.network_id) y.network_id, y.language FROM network_text y JOIN network n ON n.id = y.network_id
    ORDER BY y.network_id, y.language <> n.default_language, y.language) s
  WHERE s.network_id = x.network_id AND s.language <> x.language;
UPDATE training_text x SET source_language = s.language
  FROM (SELECT DISTINCT ON (y.network_id, y.training_id) y.network_id, y.training_id, y.language
    FROM training_text y JOIN network n ON n.id = y.network_id
    ORDER BY y.network_id, y.training_id, y.language <> n.default_language, y.language) s
  WHERE s.network_id = x.network_id AND s.training_id = x.training_id AND s.language <> x.language;
UPDATE mentoring_programme_text x SET source_language = s.language
  FROM (SELECT DISTINCT ON (y.network_id, y.programme_id) y.network_id, y.programme_id, y.language
    FROM mentoring_programme_text y JOIN network n ON n.id = y.network_id
    ORDER BY y.network_id, y.programme_id, y.language <> n.default_language, y.language) s
  WHERE s.network_id = x.network_id AND s.programme_id = x.programme_id AND s.language <> x.language;
UPDATE resource_text x SET source_language = r.source_language, changed_at = r.changed_at
  FROM resource r WHERE r.network_id = x.network_id AND r.id = x.resource_id AND r.source_language <> x.language;
ALTER TABLE network FORCE ROW LEVEL SECURITY;
ALTER TABLE network_text FORCE ROW LEVEL SECURITY;
ALTER TABLE training_text FORCE ROW LEVEL SECURITY;
ALTER TABLE mentoring_programme_text FORCE ROW LEVEL SECURITY;
ALTER TABLE resource FORCE ROW LEVEL SECURITY;
ALTER TABLE resource_text FORCE ROW LEVEL SECURITY;
