-- The words inside the files of the library, to be searched: by parts of words without their marks, and by stems where
-- PostgreSQL knows the language.

-- CreateTable
CREATE TABLE "resource_words" (
    "network_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "folded" TEXT NOT NULL DEFAULT '',
    "stems" tsvector,

    CONSTRAINT "resource_words_pkey" PRIMARY KEY ("network_id","item_id")
);

-- AlterTable
ALTER TABLE "resource_text" ADD COLUMN     "stems" tsvector;

-- CreateIndex
CREATE INDEX "resource_words_network_id_resource_id_idx" ON "resource_words"("network_id", "resource_id");

-- AddForeignKey
ALTER TABLE "resource_words" ADD CONSTRAINT "resource_words_network_id_item_id_fkey" FOREIGN KEY ("network_id", "item_id") REFERENCES "resource_item"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;


ALTER TABLE resource_words ADD CONSTRAINT resource_words_state CHECK (state IN ('read', 'unreadable'));
ALTER TABLE resource_words ENABLE ROW LEVEL SECURITY;
ALTER TABLE resource_words FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON resource_words FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
CREATE POLICY read_elsewhere ON resource_words FOR SELECT TO tessera_app
  USING (network_id IS DISTINCT FROM (SELECT app.network_id()) AND app.reads_resource(network_id, resource_id));
GRANT SELECT, INSERT, UPDATE, DELETE ON resource_words TO tessera_app;

-- Languages without a stemmer of their own stand in the search by parts of words alone.
CREATE FUNCTION app.stemmer(language text) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE
  SET search_path = pg_catalog, public
  AS $$ SELECT CASE language WHEN 'de' THEN 'german'::regconfig WHEN 'en' THEN 'english'::regconfig
    WHEN 'ro' THEN 'romanian'::regconfig WHEN 'hu' THEN 'hungarian'::regconfig WHEN 'it' THEN 'italian'::regconfig
    WHEN 'fi' THEN 'finnish'::regconfig WHEN 'es' THEN 'spanish'::regconfig WHEN 'fr' THEN 'french'::regconfig
    WHEN 'pt' THEN 'portuguese'::regconfig END $$;
CREATE FUNCTION app.keep_resource_words() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  new.folded := app.fold(new.words);
  new.stems := to_tsvector(app.stemmer(new.language), new.words);
  RETURN new;
END $$;
CREATE TRIGGER keep_words BEFORE INSERT OR UPDATE OF words, language ON resource_words
  FOR EACH ROW EXECUTE FUNCTION app.keep_resource_words();
CREATE OR REPLACE FUNCTION app.keep_resource_text() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  new.folded_title := app.fold(new.title);
  new.folded := app.fold(new.title || ' ' || new.description);
  new.stems := to_tsvector(app.stemmer(new.language), new.title || ' ' || new.description);
  RETURN new;
END $$;
CREATE INDEX resource_text_stems ON resource_text USING gin (stems);
CREATE INDEX resource_words_stems ON resource_words USING gin (stems);
CREATE INDEX resource_words_alike ON resource_words USING gin (folded public.gin_trgm_ops);

GRANT CREATE ON SCHEMA app TO tessera_definer;
GRANT SELECT ON resource_words, resource_item TO tessera_definer;
CREATE POLICY across ON resource_words FOR SELECT TO tessera_definer USING (true);
CREATE POLICY across ON resource_item FOR SELECT TO tessera_definer USING (true);
GRANT EXECUTE ON FUNCTION app.stemmer(text) TO tessera_app, tessera_definer;

-- Ids alone, each with how close it is: words in a title before those in a description, and both before those in a file;
-- a word that is only alike counts in titles and descriptions. Only files of the version that holds are looked into.
DROP FUNCTION app.find_resources(text);
DROP FUNCTION app.alike_resources(text[]);
CREATE FUNCTION app.alike_resources(words text[]) RETURNS TABLE (network_id uuid, resource_id uuid, closeness real)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ WITH patterns AS (
          SELECT w AS raw, app.fold(w) AS word,
            '%' || replace(replace(replace(app.fold(w), '\', '\\'), '%', '\%'), '_', '\_') || '%' AS pattern
          FROM unnest(words) w),
        stems AS (
          SELECT p.word, plainto_tsquery(app.stemmer(l.language), p.raw) AS query, l.language
          FROM patterns p CROSS JOIN unnest(array['de', 'en', 'ro', 'hu', 'it', 'fi', 'es', 'fr', 'pt']) AS l(language)
          WHERE numnode(plainto_tsquery(app.stemmer(l.language), p.raw)) > 0),
        hits AS (
          SELECT x.network_id, x.resource_id, p.word,
            CASE WHEN x.folded_title LIKE p.pattern THEN 1 WHEN x.folded LIKE p.pattern THEN 0.9
              ELSE 0.8 * public.word_similarity(p.word, x.folded) END AS closeness
          FROM patterns p JOIN public.resource_text x
            ON x.folded LIKE p.pattern OR (length(p.word) > 3 AND p.word OPERATOR(public.<%) x.folded
              AND (length(p.word) > 5 OR public.word_similarity(p.word, x.folded) >= 0.45))
          UNION ALL
          SELECT x.network_id, x.resource_id, s.word, 0.85 FROM stems s
            JOIN public.resource_text x ON x.stems @@ s.query AND x.language = s.language
          UNION ALL
          SELECT w.network_id, w.resource_id, p.word, 0.6 FROM patterns p
            JOIN public.resource_words w ON w.folded LIKE p.pattern
            JOIN public.resource_item i ON i.network_id = w.network_id AND i.id = w.item_id AND i.until_version IS NULL
          UNION ALL
          SELECT w.network_id, w.resource_id, s.word, 0.55 FROM stems s
            JOIN public.resource_words w ON w.stems @@ s.query AND w.language = s.language
            JOIN public.resource_item i ON i.network_id = w.network_id AND i.id = w.item_id AND i.until_version IS NULL),
        best AS (SELECT h.network_id, h.resource_id, h.word, max(h.closeness) AS closeness FROM hits h GROUP BY 1, 2, 3)
        SELECT b.network_id, b.resource_id, avg(b.closeness)::real FROM best b
        GROUP BY 1, 2 HAVING count(*) = (SELECT count(DISTINCT p.word) FROM patterns p) $$;
CREATE FUNCTION app.find_resources(query text) RETURNS TABLE (network_id uuid, resource_id uuid, closeness real)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public SET pg_trgm.word_similarity_threshold = '0.3'
  AS $$ SELECT f.network_id, f.resource_id, f.closeness FROM app.alike_resources(array(
          SELECT DISTINCT w FROM regexp_split_to_table(lower(query), '\s+') w WHERE w <> '' LIMIT 8)) f
        WHERE query <> '' $$;
ALTER FUNCTION app.alike_resources(text[]) OWNER TO tessera_definer;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;
REVOKE ALL ON FUNCTION app.alike_resources(text[]), app.find_resources(text), app.stemmer(text), app.keep_resource_words() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.alike_resources(text[]), app.find_resources(text) TO tessera_app, tessera_definer;

ALTER TABLE resource_text NO FORCE ROW LEVEL SECURITY;
UPDATE resource_text SET title = title;
ALTER TABLE resource_text FORCE ROW LEVEL SECURITY;
