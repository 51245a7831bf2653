-- The search of the library with many networks around it: what is looked through is what the network of the transaction may
-- read, so that what others keep costs nothing; and a word that is written otherwise is looked up among the words that there are.

-- AlterTable
ALTER TABLE "resource_text" ADD COLUMN     "listed_by" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "resource_words" ADD COLUMN     "listed_by" UUID[] DEFAULT ARRAY[]::UUID[];

-- CreateTable
CREATE TABLE "library_word" (
    "network_id" UUID NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "library_word_pkey" PRIMARY KEY ("network_id","word")
);

-- AddForeignKey
ALTER TABLE "library_word" ADD CONSTRAINT "library_word_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE library_word ENABLE ROW LEVEL SECURITY;
ALTER TABLE library_word FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON library_word FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
CREATE POLICY across ON library_word FOR SELECT TO tessera_definer USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON library_word TO tessera_app;
GRANT SELECT ON library_word TO tessera_definer;

-- In whose libraries a text stands, so that one index finds what is the own and what is shared, and nothing else of others.
-- A resource for the networks beneath, or for everybody, stands under a key of its own. What may be read the policies say.
CREATE FUNCTION app.library_key(visibility text, network uuid) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
  SET search_path = pg_catalog, public AS $$ SELECT md5(visibility || ' ' || network)::uuid $$;
CREATE FUNCTION app.listed_by(owner_id uuid, listed_id uuid) RETURNS uuid[] LANGUAGE sql STABLE SET search_path = pg_catalog, public
  AS $$ SELECT array[owner_id] || array(SELECT s.recipient_network_id FROM share s
          WHERE s.network_id = owner_id AND s.object_id = listed_id AND s.object_kind = 'resource' AND s.is_active)
        || array(SELECT app.library_key(r.visibility, owner_id) FROM resource r
          WHERE r.network_id = owner_id AND r.id = listed_id AND r.visibility <> 'network') $$;
CREATE OR REPLACE FUNCTION app.keep_resource_text() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  new.folded_title := app.fold(new.title);
  new.folded := app.fold(new.title || ' ' || new.description);
  new.stems := to_tsvector(app.stemmer(new.language), new.title || ' ' || new.description);
  new.listed_by := app.listed_by(new.network_id, new.resource_id);
  RETURN new;
END $$;
CREATE OR REPLACE FUNCTION app.keep_resource_words() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  -- A share that is being made waits, or is waited for.
  PERFORM FROM resource r WHERE r.network_id = new.network_id AND r.id = new.resource_id FOR KEY SHARE;
  new.folded := app.fold(new.words);
  new.stems := to_tsvector(app.stemmer(new.language), new.words);
  new.listed_by := app.listed_by(new.network_id, new.resource_id);
  RETURN new;
END $$;
CREATE FUNCTION app.list_resource(owner_id uuid, listed_id uuid) RETURNS void LANGUAGE sql SET search_path = pg_catalog, public
  AS $$ UPDATE resource_text SET listed_by = app.listed_by(owner_id, listed_id) WHERE network_id = owner_id AND resource_id = listed_id
          AND listed_by IS DISTINCT FROM app.listed_by(owner_id, listed_id);
        UPDATE resource_words SET listed_by = app.listed_by(owner_id, listed_id) WHERE network_id = owner_id AND resource_id = listed_id
          AND listed_by IS DISTINCT FROM app.listed_by(owner_id, listed_id) $$;
-- What a share opens is listed with it. What its end closes the policies refuse at once; it is taken off the lists by the hourly
-- sweep, or the end of a partnership would write every text of every file anew.
CREATE FUNCTION app.list_shared() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'INSERT' OR NOT old.is_active THEN PERFORM app.list_resource(new.network_id, new.object_id); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER list_shared AFTER INSERT OR UPDATE OF is_active ON share
  FOR EACH ROW WHEN (new.object_kind = 'resource' AND new.is_active) EXECUTE FUNCTION app.list_shared();
CREATE FUNCTION app.list_beneath() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app.list_resource(new.network_id, new.id);
  RETURN NULL;
END $$;
CREATE TRIGGER list_beneath AFTER UPDATE OF visibility ON resource
  FOR EACH ROW WHEN (old.visibility <> new.visibility) EXECUTE FUNCTION app.list_beneath();

-- Libraries, parts of words and stems in one index.
DROP INDEX resource_text_alike, resource_text_stems, resource_words_alike, resource_words_stems;

CREATE FUNCTION app.words_of(folded text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public
  AS $$ SELECT DISTINCT w FROM regexp_split_to_table(folded, '[^[:alnum:]]+') w WHERE length(w) BETWEEN 4 AND 40 ORDER BY w $$;
-- In one order for all languages of a text, so that two who write at once do not wait for each other in a circle.
CREATE FUNCTION app.keep_library_words() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO library_word (network_id, word)
    SELECT DISTINCT x.network_id, w FROM written x CROSS JOIN LATERAL app.words_of(x.folded) w ORDER BY 1, 2 ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_words_of_new AFTER INSERT ON resource_text REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION app.keep_library_words();
CREATE TRIGGER keep_words_of_changed AFTER UPDATE ON resource_text REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION app.keep_library_words();
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['resource', 'share', 'resource_text', 'resource_words', 'library_word'] LOOP
    EXECUTE format('ALTER TABLE public.%I NO FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  INSERT INTO library_word (network_id, word)
    SELECT DISTINCT x.network_id, w FROM resource_text x CROSS JOIN LATERAL app.words_of(x.folded) w;
  UPDATE resource_text SET listed_by = app.listed_by(network_id, resource_id);
  UPDATE resource_words SET listed_by = app.listed_by(network_id, resource_id);
  FOREACH t IN ARRAY ARRAY['resource', 'share', 'resource_text', 'resource_words', 'library_word'] LOOP
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
-- After the lists are written, so that each text enters them once.
CREATE INDEX resource_text_search ON resource_text USING gin (listed_by, folded public.gin_trgm_ops, stems);
CREATE INDEX resource_words_search ON resource_words USING gin (listed_by, folded public.gin_trgm_ops, stems);

-- In the order of `app.stemmed()`: the stems of a word in each language that PostgreSQL knows.
CREATE FUNCTION app.stemmed() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public
  AS $$ SELECT array['de', 'en', 'ro', 'hu', 'it', 'fi', 'es', 'fr', 'pt'] $$;
CREATE FUNCTION app.stems_of(word text) RETURNS tsquery[] LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public
  AS $$ SELECT array[plainto_tsquery('german', word), plainto_tsquery('english', word), plainto_tsquery('romanian', word),
          plainto_tsquery('hungarian', word), plainto_tsquery('italian', word), plainto_tsquery('finnish', word),
          plainto_tsquery('spanish', word), plainto_tsquery('french', word), plainto_tsquery('portuguese', word)] $$;
CREATE FUNCTION app.like_pattern(word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public
  AS $$ SELECT '%' || replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_') || '%' $$;
-- Ids alone, each with how close it is: words in a title before those in a description, and both before those in a file; a
-- word that is only alike counts in titles and descriptions, and only where it is hardly found as it is written. Only files of
-- the version that holds are looked into. A visitor, who stands in no network, looks through what one shows to everybody. The closest come first, the newest of them before the others, as many as `most`.
DROP FUNCTION app.find_resources(text);
DROP FUNCTION app.alike_resources(text[]);
CREATE FUNCTION app.alike_resources(words text[], library_of uuid, most integer) RETURNS TABLE (network_id uuid, resource_id uuid, closeness real)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ WITH above AS MATERIALIZED (SELECT a.id FROM app.ancestors(app.network_id()) a),
        library AS MATERIALIZED (SELECT CASE WHEN app.network_id() IS NULL THEN array[app.library_key('public', library_of)]
          ELSE array[app.network_id()] || array(SELECT app.library_key('tree', a.id) FROM above a) END AS keys),
        asked AS MATERIALIZED (
          SELECT p.word, app.like_pattern(p.word) AS pattern, p.stems, l.keys,
            (SELECT string_agg(DISTINCT '(' || s::text || ')', ' | ')::tsquery FROM unnest(p.stems) s WHERE numnode(s) > 0) AS any_stem
          FROM library l CROSS JOIN (SELECT app.fold(w) AS word, app.stems_of(w) AS stems FROM unnest(words) w OFFSET 0) p),
        written AS MATERIALIZED (
          SELECT x.network_id, x.resource_id, p.word,
            CASE WHEN strpos(x.folded_title, p.word) > 0 THEN 1 WHEN strpos(x.folded, p.word) > 0 THEN 0.9
              WHEN x.stems @@ p.stems[array_position(app.stemmed(), x.language)] THEN 0.85 END::real AS closeness
          FROM asked p CROSS JOIN LATERAL (SELECT x.* FROM public.resource_text x
            WHERE x.listed_by && p.keys AND (x.folded LIKE p.pattern OR x.stems @@ p.any_stem) OFFSET 0) x
          UNION ALL
          SELECT w.network_id, w.resource_id, p.word, 0.6
          FROM asked p CROSS JOIN LATERAL (SELECT w.network_id, w.item_id, w.resource_id FROM public.resource_words w
            WHERE w.listed_by && p.keys AND (w.folded LIKE p.pattern OR w.stems @@ p.any_stem) OFFSET 0) w
          JOIN public.resource_item i ON i.network_id = w.network_id AND i.id = w.item_id AND i.until_version IS NULL),
        few AS MATERIALIZED (
          SELECT p.word, p.keys FROM asked p WHERE length(p.word) > 3 AND (SELECT count(*) FROM (
            SELECT FROM written h WHERE h.word = p.word AND h.closeness IS NOT NULL LIMIT 5) h) < 5),
        networks AS MATERIALIZED (
          SELECT coalesce(app.network_id(), library_of) AS id
          UNION SELECT l.network_id FROM public.network_link l WHERE l.other_network_id = app.network_id() AND l.state = 'accepted'
          UNION SELECT a.id FROM above a),
        alike AS MATERIALIZED (
          SELECT p.word, p.keys, v.word AS other, max(v.closeness) AS closeness
          FROM few p CROSS JOIN networks n CROSS JOIN LATERAL (
            SELECT v.word, public.word_similarity(p.word, v.word) AS closeness FROM public.library_word v
            WHERE v.network_id = n.id AND p.word OPERATOR(public.<%) v.word
              AND (length(p.word) > 5 OR public.word_similarity(p.word, v.word) >= 0.45)
            ORDER BY 2 DESC, 1 LIMIT 8) v
          GROUP BY 1, 2, 3),
        hits AS (
          SELECT h.network_id, h.resource_id, h.word, h.closeness FROM written h WHERE h.closeness IS NOT NULL
          UNION ALL
          SELECT x.network_id, x.resource_id, a.word, 0.8 * a.closeness
          FROM alike a CROSS JOIN LATERAL (SELECT x.network_id, x.resource_id FROM public.resource_text x
            WHERE x.listed_by && a.keys AND x.folded LIKE app.like_pattern(a.other) OFFSET 0) x),
        best AS (SELECT h.network_id, h.resource_id, h.word, max(h.closeness) AS closeness FROM hits h GROUP BY 1, 2, 3)
        SELECT b.network_id, b.resource_id, avg(b.closeness)::real FROM best b
        GROUP BY 1, 2 HAVING count(*) = (SELECT count(DISTINCT p.word) FROM asked p)
        ORDER BY (SELECT r.state = 'archived' FROM public.resource r WHERE r.network_id = b.network_id AND r.id = b.resource_id),
          3 DESC, 2 DESC LIMIT most $$;
-- The threshold is known once the library of trigrams is loaded.
SELECT public.word_similarity('', '');
CREATE FUNCTION app.find_resources(query text, library_of uuid, most integer) RETURNS TABLE (network_id uuid, resource_id uuid, closeness real)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public SET pg_trgm.word_similarity_threshold = '0.3'
  AS $$ SELECT f.network_id, f.resource_id, f.closeness FROM app.alike_resources(array(
          SELECT DISTINCT w FROM regexp_split_to_table(lower(query), '\s+') w WHERE w <> '' LIMIT 8), library_of, most) f
        WHERE query <> '' $$;
GRANT CREATE ON SCHEMA app TO tessera_definer;
ALTER FUNCTION app.alike_resources(text[], uuid, integer) OWNER TO tessera_definer;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;
REVOKE ALL ON FUNCTION app.alike_resources(text[], uuid, integer), app.find_resources(text, uuid, integer), app.stemmed(), app.stems_of(text),
  app.words_of(text), app.like_pattern(text), app.library_key(text, uuid), app.listed_by(uuid, uuid), app.list_resource(uuid, uuid),
  app.list_shared(), app.list_beneath(), app.keep_library_words() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.alike_resources(text[], uuid, integer), app.find_resources(text, uuid, integer), app.stemmed(),
  app.stems_of(text), app.words_of(text), app.like_pattern(text), app.library_key(text, uuid) TO tessera_app, tessera_definer;
GRANT EXECUTE ON FUNCTION app.listed_by(uuid, uuid), app.list_resource(uuid, uuid) TO tessera_app;

-- As before, but each question is asked only where the ones before it left it open: the policies ask this for every row of others.
CREATE OR REPLACE FUNCTION app.reads_resource(owner_id uuid, read_id uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  reader uuid := app.network_id();
  seen_by text;
BEGIN
  SELECT r.visibility INTO seen_by FROM public.resource r
    WHERE r.network_id = owner_id AND r.id = read_id AND r.state IN ('published', 'review_due');
  IF NOT FOUND THEN RETURN false; END IF;
  IF seen_by = 'public' THEN RETURN true; END IF;
  IF EXISTS (SELECT FROM public.share s WHERE s.network_id = owner_id AND s.recipient_network_id = reader AND s.object_id = read_id
      AND s.object_kind = 'resource' AND s.is_active)
    AND EXISTS (SELECT FROM public.network_link l JOIN public.network n ON n.id = l.network_id
      WHERE l.network_id = owner_id AND l.other_network_id = reader
        AND l.state = 'accepted' AND 'resources' = ANY (l.shared_modules) AND n.state NOT IN ('closing', 'closed', 'archived')
        AND (l.valid_until IS NULL OR l.valid_until > now() + make_interval(secs => n.clock_offset)))
    THEN RETURN true;
  END IF;
  RETURN seen_by = 'tree' AND EXISTS (SELECT FROM app.ancestors(reader) a WHERE a.id = owner_id);
END $$;
