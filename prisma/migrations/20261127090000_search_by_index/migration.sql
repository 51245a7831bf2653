-- The searches find by their indexes again, and what is shown of others is asked of the row itself.

-- A condition on what the definer reads is a wall as well: no operator of a search is leakproof, so before a wall none uses its
-- index, and every text of all networks was read. The searches leave out what is prepared themselves.
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['network_text', 'training_text', 'mentoring_programme_text', 'resource_text'] LOOP
    EXECUTE format('ALTER POLICY while_prepared ON public.%I TO tessera_app', t);
  END LOOP;
END $$;
GRANT CREATE ON SCHEMA app TO tessera_definer;

-- As before, without texts that are prepared; which resources are archived is read once, not for each that is found.
CREATE OR REPLACE FUNCTION app.own_notices(in_language text, most integer, skipped integer)
 RETURNS TABLE(id uuid, kind text, topic text, params jsonb, created_at timestamp with time zone, read_at timestamp with time zone, network_code text, network_name text, time_zone text, title text, total integer, unread integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT n.id, n.kind, n.topic, n.params, n.created_at, n.read_at, w.code,
          coalesce((SELECT x.name FROM public.network_text x WHERE x.network_id = n.network_id AND NOT x.is_prepared
            ORDER BY array_position(ARRAY[in_language, w.default_language, 'en'], x.language) NULLS LAST LIMIT 1), w.code),
          w.time_zone,
          (SELECT x.title FROM public.training_text x WHERE x.network_id = n.network_id AND x.training_id = (n.params ->> 'trainingId')::uuid AND NOT x.is_prepared
            ORDER BY array_position(ARRAY[in_language, w.default_language, 'en'], x.language) NULLS LAST LIMIT 1),
          count(*) OVER ()::int, count(*) FILTER (WHERE n.read_at IS NULL) OVER ()::int
        FROM public.notice n JOIN public.network w ON w.id = n.network_id
        WHERE n.person_id = app.person_id()
        ORDER BY n.created_at DESC, n.id LIMIT most OFFSET skipped $$;
CREATE OR REPLACE FUNCTION app.alike_trainings(words text[])
 RETURNS TABLE(network_id uuid, training_id uuid, closeness real)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ WITH patterns AS (
          SELECT w AS word, '%' || replace(replace(replace(w, '\', '\\'), '%', '\%'), '_', '\_') || '%' AS pattern
          FROM unnest(words) w),
        hits AS (
          SELECT x.network_id, x.training_id, p.word,
            CASE WHEN x.folded_title LIKE p.pattern THEN 1 WHEN x.folded LIKE p.pattern THEN 0.9
              ELSE 0.8 * public.word_similarity(p.word, x.folded) END AS closeness
          FROM patterns p JOIN public.training_text x
            ON x.folded LIKE p.pattern OR (length(p.word) > 3 AND p.word OPERATOR(public.<%) x.folded)
          WHERE NOT x.is_prepared
          UNION ALL
          SELECT t.network_id, t.id, p.word,
            CASE WHEN t.folded LIKE p.pattern THEN 0.9 ELSE 0.8 * public.word_similarity(p.word, t.folded) END
          FROM patterns p JOIN public.training t
            ON t.folded LIKE p.pattern OR (length(p.word) > 3 AND p.word OPERATOR(public.<%) t.folded)),
        best AS (SELECT h.network_id, h.training_id, h.word, max(h.closeness) AS closeness FROM hits h GROUP BY 1, 2, 3)
        SELECT b.network_id, b.training_id, avg(b.closeness)::real FROM best b
        GROUP BY 1, 2 HAVING count(*) = cardinality(words) $$;
CREATE OR REPLACE FUNCTION app.alike_resources(words text[], library_of uuid, most integer)
 RETURNS TABLE(network_id uuid, resource_id uuid, closeness real)
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
          WHERE NOT x.is_prepared OR (app.is_preparing() AND x.network_id = app.network_id())
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
          FROM alike a CROSS JOIN LATERAL (SELECT x.network_id, x.resource_id, x.is_prepared FROM public.resource_text x
            WHERE x.listed_by && a.keys AND x.folded LIKE app.like_pattern(a.other) OFFSET 0) x
          WHERE NOT x.is_prepared OR (app.is_preparing() AND x.network_id = app.network_id())),
        best AS (SELECT h.network_id, h.resource_id, h.word, max(h.closeness) AS closeness FROM hits h GROUP BY 1, 2, 3)
        SELECT b.network_id, b.resource_id, avg(b.closeness)::real FROM best b
        GROUP BY 1, 2 HAVING count(*) = (SELECT count(DISTINCT p.word) FROM asked p)
        ORDER BY (b.network_id, b.resource_id) IN (SELECT r.network_id, r.id FROM public.resource r
            WHERE r.state = 'archived' AND r.network_id IN (SELECT DISTINCT h.network_id FROM best h)), 3 DESC, 2 DESC LIMIT most $$;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;

-- What is read of others: each question is asked of the row, its share and its partnership, by their indexes and within the
-- plan of the statement; a function for each row cost six times as much. Beneath its owner a network reads what is for the tree.
DROP POLICY read_elsewhere ON resource;
CREATE POLICY read_elsewhere ON resource FOR SELECT TO tessera_app USING (
  network_id IS DISTINCT FROM (SELECT app.network_id()) AND state IN ('published', 'review_due')
  AND (visibility = 'public'
    OR EXISTS (SELECT FROM share s JOIN network n ON n.id = s.network_id
      WHERE s.network_id = resource.network_id AND s.recipient_network_id = (SELECT app.network_id())
        AND s.object_id = resource.id AND s.object_kind = 'resource' AND s.is_active
        AND n.state NOT IN ('closing', 'closed', 'archived'))
    OR (visibility = 'tree'
      AND network_id = ANY ((SELECT array(SELECT a.id FROM app.ancestors(app.network_id()) a))::uuid[]))));
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['resource_text', 'resource_version', 'resource_item', 'resource_words'] LOOP
    EXECUTE format('DROP POLICY read_elsewhere ON public.%I', t);
    EXECUTE format('CREATE POLICY read_elsewhere ON public.%I FOR SELECT TO tessera_app USING (
      network_id IS DISTINCT FROM (SELECT app.network_id()) AND EXISTS (SELECT FROM resource r
        WHERE r.network_id = %I.network_id AND r.id = %I.resource_id AND r.network_id IS DISTINCT FROM (SELECT app.network_id())))', t, t, t);
  END LOOP;
END $$;
DROP FUNCTION app.reads_resource(uuid, uuid);

-- What a file looks like is read with the resource that it belongs to, whatever else keeps files.
-- AlterTable
ALTER TABLE "file_preview" ADD COLUMN     "mime" TEXT NOT NULL DEFAULT '';

DROP POLICY along_with_file ON file_preview;
CREATE POLICY along_with_item ON file_preview FOR SELECT TO tessera_app USING (EXISTS (
  SELECT FROM resource_item i WHERE i.network_id = file_preview.network_id AND i.file_id = file_preview.file_id
    AND i.network_id IS DISTINCT FROM (SELECT app.network_id())));
ALTER TABLE file_preview NO FORCE ROW LEVEL SECURITY;
ALTER TABLE stored_file NO FORCE ROW LEVEL SECURITY;
UPDATE file_preview p SET mime = f.mime FROM stored_file f WHERE f.network_id = p.network_id AND f.id = p.file_id;
ALTER TABLE stored_file FORCE ROW LEVEL SECURITY;
ALTER TABLE file_preview FORCE ROW LEVEL SECURITY;
