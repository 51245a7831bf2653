-- What a search prepares for and seldom reads is asked by functions of its own: a statement makes ready every table that it
-- names, with the policies of each, before it reads the first row, and for a rare word that was most of what a search cost.

-- The files on a page that hold a word: of each resource the one with the lowest place, with what stands around the word. Both
-- read what their caller may.
CREATE FUNCTION app.words_found(networks uuid[], resources uuid[], items uuid[], places bigint[], queries text[])
 RETURNS TABLE(place bigint, words text)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public
AS $$ SELECT b.place, substring(b.words FROM greatest(1, b.at - 60) FOR 180)
      FROM (SELECT DISTINCT ON (f.network_id, f.resource_id) f.place, w.words, position(q.word IN w.folded) AS at
        FROM (SELECT app.fold(split_part(q, ' ', 1)) AS word FROM unnest(queries) q OFFSET 0) q
        CROSS JOIN unnest(networks, resources, items, places) f(network_id, resource_id, item_id, place)
        JOIN public.resource_words w ON w.network_id = f.network_id AND w.item_id = f.item_id
        WHERE position(q.word IN w.folded) > 0
        ORDER BY f.network_id, f.resource_id, f.place) b $$;
-- What files look like, of each resource the lowest that is drawn.
CREATE FUNCTION app.pictures_of(networks uuid[], resources uuid[], files uuid[], places bigint[])
 RETURNS TABLE(place bigint, mime text, width integer, height integer)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public
AS $$ SELECT DISTINCT ON (f.network_id, f.resource_id) f.place, v.mime, v.width, v.height
      FROM unnest(networks, resources, files, places) f(network_id, resource_id, file_id, place)
      JOIN public.file_preview v ON v.network_id = f.network_id AND v.file_id = f.file_id AND v.state = 'drawn'
      ORDER BY f.network_id, f.resource_id, f.place $$;
-- The words of titles and descriptions that are most alike, eight of each network whose library is looked through. For the
-- definer of the search alone.
CREATE FUNCTION app.alike_words(asked text, library_of uuid)
 RETURNS TABLE(word text, closeness real)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public
AS $$ WITH networks AS MATERIALIZED (
          SELECT coalesce(app.network_id(), library_of) AS id
          UNION SELECT l.network_id FROM public.network_link l WHERE l.other_network_id = app.network_id() AND l.state = 'accepted'
          UNION SELECT a.id FROM app.ancestors(app.network_id()) a)
        SELECT v.word, max(v.closeness) FROM networks n CROSS JOIN LATERAL (
          SELECT v.word, public.word_similarity(asked, v.word) AS closeness FROM public.library_word v
          WHERE v.network_id = n.id AND asked OPERATOR(public.<%) v.word
            AND (length(asked) > 5 OR public.word_similarity(asked, v.word) >= 0.45)
          ORDER BY 2 DESC, 1 LIMIT 8) v
        GROUP BY 1 $$;
REVOKE ALL ON FUNCTION app.words_found(uuid[], uuid[], uuid[], bigint[], text[]), app.pictures_of(uuid[], uuid[], uuid[], bigint[]),
  app.alike_words(text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.words_found(uuid[], uuid[], uuid[], bigint[], text[]), app.pictures_of(uuid[], uuid[], uuid[], bigint[]) TO tessera_app;
GRANT EXECUTE ON FUNCTION app.alike_words(text, uuid) TO tessera_definer;

-- As before, and whether a file holds one of the words; alike words are looked up where there are any to look for.
DROP FUNCTION app.find_resources(text, uuid, integer);
DROP FUNCTION app.alike_resources(text[], uuid, integer);
CREATE FUNCTION app.alike_resources(words text[], library_of uuid, most integer)
 RETURNS TABLE(network_id uuid, resource_id uuid, closeness real, in_file boolean)
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
              WHEN x.stems @@ p.stems[array_position(app.stemmed(), x.language)] THEN 0.85 END::real AS closeness, false AS in_file
          FROM asked p CROSS JOIN LATERAL (SELECT x.* FROM public.resource_text x
            WHERE x.listed_by && p.keys AND (x.folded LIKE p.pattern OR x.stems @@ p.any_stem) OFFSET 0) x
          WHERE NOT x.is_prepared OR (app.is_preparing() AND x.network_id = app.network_id())
          UNION ALL
          SELECT w.network_id, w.resource_id, p.word, 0.6, true
          FROM asked p CROSS JOIN LATERAL (SELECT w.network_id, w.item_id, w.resource_id FROM public.resource_words w
            WHERE w.listed_by && p.keys AND (w.folded LIKE p.pattern OR w.stems @@ p.any_stem) OFFSET 0) w
          JOIN public.resource_item i ON i.network_id = w.network_id AND i.id = w.item_id AND i.until_version IS NULL),
        few AS MATERIALIZED (
          SELECT p.word, p.keys FROM asked p WHERE length(p.word) > 3 AND (SELECT count(*) FROM (
            SELECT FROM written h WHERE h.word = p.word AND h.closeness IS NOT NULL LIMIT 5) h) < 5),
        alike AS MATERIALIZED (
          SELECT p.word, p.keys, v.word AS other, v.closeness FROM few p CROSS JOIN LATERAL app.alike_words(p.word, library_of) v),
        hits AS (
          SELECT h.network_id, h.resource_id, h.word, h.closeness, h.in_file FROM written h WHERE h.closeness IS NOT NULL
          UNION ALL
          SELECT x.network_id, x.resource_id, a.word, 0.8 * a.closeness, false
          FROM alike a CROSS JOIN LATERAL (SELECT x.network_id, x.resource_id, x.is_prepared FROM public.resource_text x
            WHERE x.listed_by && a.keys AND x.folded LIKE app.like_pattern(a.other) OFFSET 0) x
          WHERE NOT x.is_prepared OR (app.is_preparing() AND x.network_id = app.network_id())),
        best AS (SELECT h.network_id, h.resource_id, h.word, max(h.closeness) AS closeness, bool_or(h.in_file) AS in_file
          FROM hits h GROUP BY 1, 2, 3)
        SELECT b.network_id, b.resource_id, avg(b.closeness)::real, bool_or(b.in_file) FROM best b
        GROUP BY 1, 2 HAVING count(*) = (SELECT count(DISTINCT p.word) FROM asked p)
        ORDER BY (b.network_id, b.resource_id) IN (SELECT r.network_id, r.id FROM public.resource r
            WHERE r.state = 'archived' AND r.network_id IN (SELECT DISTINCT h.network_id FROM best h)), 3 DESC, 2 DESC LIMIT most $$;
-- The threshold is known once the library of trigrams is loaded.
SELECT public.word_similarity('', '');
CREATE FUNCTION app.find_resources(query text, library_of uuid, most integer)
 RETURNS TABLE(network_id uuid, resource_id uuid, closeness real, in_file boolean)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public SET pg_trgm.word_similarity_threshold = '0.3'
AS $$ SELECT f.network_id, f.resource_id, f.closeness, f.in_file FROM app.alike_resources(array(
          SELECT DISTINCT w FROM regexp_split_to_table(lower(query), '\s+') w WHERE w <> '' LIMIT 8), library_of, most) f
        WHERE query <> '' $$;
GRANT CREATE ON SCHEMA app TO tessera_definer;
ALTER FUNCTION app.alike_resources(text[], uuid, integer) OWNER TO tessera_definer;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;
REVOKE ALL ON FUNCTION app.alike_resources(text[], uuid, integer), app.find_resources(text, uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.alike_resources(text[], uuid, integer), app.find_resources(text, uuid, integer) TO tessera_app, tessera_definer;
