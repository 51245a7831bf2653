-- The shared library: resources with words in many languages, files and links in versions, and what partners made of them.

-- AlterTable
ALTER TABLE "share" ADD COLUMN     "credited_as" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "rights" TEXT NOT NULL DEFAULT 'read';

-- CreateTable
CREATE TABLE "resource" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "visibility" TEXT NOT NULL DEFAULT 'network',
    "source_language" TEXT NOT NULL,
    "topics" TEXT[],
    "audiences" TEXT[],
    "licence" TEXT NOT NULL,
    "licence_words" TEXT NOT NULL DEFAULT '',
    "owner_institution_id" UUID,
    "languages" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "review_by" DATE,
    "checked_on" DATE,
    "decision_comment" TEXT NOT NULL DEFAULT '',
    "origin_network_id" UUID,
    "origin_id" UUID,
    "origin_kind" TEXT,
    "origin_version" INTEGER,
    "origin_title" TEXT NOT NULL DEFAULT '',
    "origin_credit" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "resource_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "resource_text" (
    "network_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "source_version" INTEGER NOT NULL,
    "origin" TEXT NOT NULL DEFAULT 'human',
    "folded" TEXT NOT NULL DEFAULT '',
    "folded_title" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "resource_text_pkey" PRIMARY KEY ("network_id","resource_id","language")
);

-- CreateTable
CREATE TABLE "resource_version" (
    "network_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "is_minor" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,

    CONSTRAINT "resource_version_pkey" PRIMARY KEY ("network_id","resource_id","number")
);

-- CreateTable
CREATE TABLE "resource_item" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "from_version" INTEGER NOT NULL,
    "until_version" INTEGER,
    "language" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "file_id" UUID,
    "url" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "resource_item_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "resource_adoption" (
    "network_id" UUID NOT NULL,
    "owner_network_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "word" TEXT NOT NULL DEFAULT '',
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "reported_by_id" UUID,

    CONSTRAINT "resource_adoption_pkey" PRIMARY KEY ("network_id","owner_network_id","resource_id")
);

-- CreateIndex
CREATE INDEX "resource_network_id_state_review_by_idx" ON "resource"("network_id", "state", "review_by");

-- CreateIndex
CREATE INDEX "resource_network_id_owner_institution_id_idx" ON "resource"("network_id", "owner_institution_id");

-- CreateIndex
CREATE INDEX "resource_item_network_id_resource_id_idx" ON "resource_item"("network_id", "resource_id");

-- CreateIndex
CREATE UNIQUE INDEX "resource_item_network_id_file_id_key" ON "resource_item"("network_id", "file_id");

-- CreateIndex
CREATE INDEX "resource_adoption_owner_network_id_resource_id_idx" ON "resource_adoption"("owner_network_id", "resource_id");

-- AddForeignKey
ALTER TABLE "resource" ADD CONSTRAINT "resource_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource" ADD CONSTRAINT "resource_network_id_owner_institution_id_fkey" FOREIGN KEY ("network_id", "owner_institution_id") REFERENCES "membership"("network_id", "institution_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_text" ADD CONSTRAINT "resource_text_network_id_resource_id_fkey" FOREIGN KEY ("network_id", "resource_id") REFERENCES "resource"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_version" ADD CONSTRAINT "resource_version_network_id_resource_id_fkey" FOREIGN KEY ("network_id", "resource_id") REFERENCES "resource"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_item" ADD CONSTRAINT "resource_item_network_id_resource_id_fkey" FOREIGN KEY ("network_id", "resource_id") REFERENCES "resource"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_item" ADD CONSTRAINT "resource_item_network_id_file_id_fkey" FOREIGN KEY ("network_id", "file_id") REFERENCES "stored_file"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_adoption" ADD CONSTRAINT "resource_adoption_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_adoption" ADD CONSTRAINT "resource_adoption_owner_network_id_fkey" FOREIGN KEY ("owner_network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE resource
  ADD CONSTRAINT resource_kind CHECK (kind IN ('guideline', 'leaflet', 'video', 'form', 'template', 'study', 'card_deck', 'netiquette', 'report')),
  ADD CONSTRAINT resource_state CHECK (state IN ('draft', 'submitted', 'reviewed', 'published', 'review_due', 'archived')),
  ADD CONSTRAINT resource_visibility CHECK (visibility IN ('network', 'tree', 'public')),
  ADD CONSTRAINT resource_version CHECK (version > 0),
  ADD CONSTRAINT resource_published CHECK (state NOT IN ('published', 'review_due') OR (published_at IS NOT NULL AND checked_on IS NOT NULL AND review_by IS NOT NULL)),
  ADD CONSTRAINT resource_origin CHECK ((origin_network_id IS NULL) = (origin_id IS NULL) AND (origin_id IS NULL) = (origin_kind IS NULL)
    AND origin_kind IN ('translation', 'adaptation'));
ALTER TABLE resource_text
  ADD CONSTRAINT resource_text_origin CHECK (origin IN ('human', 'machine')),
  ADD CONSTRAINT resource_text_versions CHECK (version > 0 AND source_version > 0);
ALTER TABLE resource_version ADD CONSTRAINT resource_version_number CHECK (number > 0);
ALTER TABLE resource_item
  ADD CONSTRAINT resource_item_one CHECK ((file_id IS NULL) <> (url = '')),
  ADD CONSTRAINT resource_item_versions CHECK (from_version > 0 AND until_version > from_version);
ALTER TABLE resource_adoption
  ADD CONSTRAINT resource_adoption_outcome CHECK (outcome IN ('used', 'adapted', 'not_used')),
  ADD CONSTRAINT resource_adoption_two CHECK (network_id <> owner_network_id);

ALTER TABLE share DROP CONSTRAINT share_object_kind,
  ADD CONSTRAINT share_object_kind CHECK (object_kind IN ('training', 'resource')),
  ADD CONSTRAINT share_rights CHECK (rights IN ('read', 'translate', 'adapt'));
ALTER TABLE stored_file DROP CONSTRAINT stored_file_kind,
  ADD CONSTRAINT stored_file_kind CHECK (kind IN ('import', 'logo', 'attendance_list', 'initiative_photo', 'resource_file'));

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['resource', 'resource_text', 'resource_version', 'resource_item', 'resource_adoption'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_network ON public.%I FOR ALL TO tessera_app
      USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO tessera_app', t);
  END LOOP;
END $$;

-- What others than the network read: a resource that holds, when it is public, when it is for the networks beneath, and as
-- long as its share and the partnership hold. One that is archived is gone with the commit.
GRANT CREATE ON SCHEMA app TO tessera_definer;
GRANT SELECT ON resource TO tessera_definer;
CREATE POLICY across ON resource FOR SELECT TO tessera_definer USING (true);
CREATE FUNCTION app.reads_resource(owner_id uuid, read_id uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT EXISTS (
    SELECT FROM public.resource r JOIN public.network n ON n.id = r.network_id
    WHERE r.network_id = owner_id AND r.id = read_id AND r.state IN ('published', 'review_due')
      AND (r.visibility = 'public'
        OR (r.visibility = 'tree' AND owner_id IN (SELECT a.id FROM app.ancestors(app.network_id()) a))
        OR (n.state NOT IN ('closing', 'closed', 'archived') AND EXISTS (
          SELECT FROM public.share s
          JOIN public.network_link l ON l.network_id = s.network_id AND l.other_network_id = s.recipient_network_id
          WHERE s.network_id = owner_id AND s.object_id = read_id AND s.object_kind = 'resource'
            AND s.recipient_network_id = app.network_id() AND s.is_active
            AND l.state = 'accepted' AND 'resources' = ANY (l.shared_modules)
            AND (l.valid_until IS NULL OR l.valid_until > now() + make_interval(secs => n.clock_offset)))))) $$;
ALTER FUNCTION app.reads_resource(uuid, uuid) OWNER TO tessera_definer;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;
REVOKE ALL ON FUNCTION app.reads_resource(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.reads_resource(uuid, uuid) TO tessera_app;

CREATE POLICY read_elsewhere ON resource FOR SELECT TO tessera_app
  USING (network_id IS DISTINCT FROM (SELECT app.network_id()) AND app.reads_resource(network_id, id));
CREATE POLICY read_elsewhere ON resource_text FOR SELECT TO tessera_app
  USING (network_id IS DISTINCT FROM (SELECT app.network_id()) AND app.reads_resource(network_id, resource_id));
CREATE POLICY read_elsewhere ON resource_version FOR SELECT TO tessera_app
  USING (network_id IS DISTINCT FROM (SELECT app.network_id()) AND app.reads_resource(network_id, resource_id));
CREATE POLICY read_elsewhere ON resource_item FOR SELECT TO tessera_app
  USING (network_id IS DISTINCT FROM (SELECT app.network_id()) AND app.reads_resource(network_id, resource_id));
CREATE POLICY along_with_resource ON stored_file FOR SELECT TO tessera_app USING (kind = 'resource_file' AND EXISTS (
  SELECT 1 FROM resource_item i WHERE i.network_id = stored_file.network_id AND i.file_id = stored_file.id));
CREATE POLICY to_owner ON resource_adoption FOR SELECT TO tessera_app USING (owner_network_id = (SELECT app.network_id()));

CREATE FUNCTION app.keep_resource_text() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  new.folded_title := app.fold(new.title);
  new.folded := app.fold(new.title || ' ' || new.description);
  RETURN new;
END $$;
REVOKE ALL ON FUNCTION app.keep_resource_text() FROM PUBLIC;
CREATE TRIGGER keep_text BEFORE INSERT OR UPDATE OF title, description ON resource_text
  FOR EACH ROW EXECUTE FUNCTION app.keep_resource_text();

-- Words are looked for in a function of the definer that returns ids alone; the rows are then read under the policies.
CREATE INDEX resource_text_alike ON resource_text USING gin (folded public.gin_trgm_ops);
GRANT CREATE ON SCHEMA app TO tessera_definer;
GRANT SELECT ON resource_text TO tessera_definer;
CREATE POLICY across ON resource_text FOR SELECT TO tessera_definer USING (true);
CREATE FUNCTION app.alike_resources(words text[]) RETURNS TABLE (network_id uuid, resource_id uuid, closeness real)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ WITH patterns AS (
          SELECT w AS word, '%' || replace(replace(replace(w, '\', '\\'), '%', '\%'), '_', '\_') || '%' AS pattern
          FROM unnest(words) w),
        hits AS (
          SELECT x.network_id, x.resource_id, p.word,
            CASE WHEN x.folded_title LIKE p.pattern THEN 1 WHEN x.folded LIKE p.pattern THEN 0.9
              ELSE 0.8 * public.word_similarity(p.word, x.folded) END AS closeness
          FROM patterns p JOIN public.resource_text x
            ON x.folded LIKE p.pattern OR (length(p.word) > 3 AND p.word OPERATOR(public.<%) x.folded
              AND (length(p.word) > 5 OR public.word_similarity(p.word, x.folded) >= 0.45))),
        best AS (SELECT h.network_id, h.resource_id, h.word, max(h.closeness) AS closeness FROM hits h GROUP BY 1, 2, 3)
        SELECT b.network_id, b.resource_id, avg(b.closeness)::real FROM best b
        GROUP BY 1, 2 HAVING count(*) = cardinality(words) $$;
-- How alike is said here and not for the whole session: a long word forgives more ("Hagita" finds "Harghita"). The
-- threshold is known once the library of trigrams is loaded.
SELECT public.word_similarity('', '');
CREATE FUNCTION app.find_resources(query text) RETURNS TABLE (network_id uuid, resource_id uuid, closeness real)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public SET pg_trgm.word_similarity_threshold = '0.3'
  AS $$ SELECT f.network_id, f.resource_id, f.closeness FROM app.alike_resources(array(
          SELECT DISTINCT w FROM regexp_split_to_table(app.fold(query), '\s+') w WHERE w <> '' LIMIT 8)) f
        WHERE query <> '' $$;
ALTER FUNCTION app.alike_resources(text[]) OWNER TO tessera_definer;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;
REVOKE ALL ON FUNCTION app.alike_resources(text[]), app.find_resources(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.alike_resources(text[]), app.find_resources(text) TO tessera_app, tessera_definer;
