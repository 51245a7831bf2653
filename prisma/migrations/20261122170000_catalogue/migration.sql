-- One list of the events of many networks, and a search in it that forgives a mistyped letter.

CREATE INDEX training_text_alike ON training_text USING gin (folded public.gin_trgm_ops);
CREATE INDEX training_alike ON training USING gin (folded public.gin_trgm_ops);

GRANT CREATE ON SCHEMA app TO tessera_definer;
GRANT SELECT ON training_text TO tessera_definer;
CREATE POLICY across ON training_text FOR SELECT TO tessera_definer USING (true);

-- The networks in which the person of the transaction holds a role.
CREATE FUNCTION app.networks_of_person() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT coalesce(array_agg(DISTINCT r.network_id), '{}') FROM public.role_assignment r
        WHERE r.person_id = app.person_id() AND r.valid_from <= now() AND (r.valid_until IS NULL OR r.valid_until > now()) $$;

-- What is shared with those networks, as long as the share and its partnership hold.
CREATE FUNCTION app.shared_with_person() RETURNS TABLE (network_id uuid, training_id uuid, recipient_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT s.network_id, s.object_id, s.recipient_network_id FROM public.share s
        JOIN public.network n ON n.id = s.network_id
        JOIN public.network_link l ON l.network_id = s.network_id AND l.other_network_id = s.recipient_network_id
        WHERE s.recipient_network_id = ANY (app.networks_of_person()) AND s.is_active AND s.object_kind = 'training'
          AND n.state NOT IN ('closing', 'closed', 'archived') AND l.state = 'accepted' AND 'trainings' = ANY (l.shared_modules)
          AND (l.valid_until IS NULL OR l.valid_until > now() + make_interval(secs => n.clock_offset)) $$;

-- The networks in which a part of the product is switched off: by themselves, or by the nearest network above them.
CREATE FUNCTION app.networks_without(module text) RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ WITH RECURSIVE off AS (
          SELECT s.network_id AS id, s.is_inherited FROM public.network_setting s
          WHERE s.key = 'module.' || module AND s.value = 'false'::jsonb
          UNION
          SELECT n.id, true FROM off JOIN public.network n ON n.parent_id = off.id
          WHERE off.is_inherited AND NOT EXISTS (
            SELECT FROM public.network_setting s WHERE s.network_id = n.id AND s.key = 'module.' || module))
        SELECT coalesce(array_agg(DISTINCT id), '{}') FROM off $$;

-- Ids alone: whoever asks reads the rows themselves under the policies. (No operator of a search is leakproof, so under
-- row-level security none would use its index.)
CREATE FUNCTION app.alike_trainings(words text[]) RETURNS TABLE (network_id uuid, training_id uuid, closeness real)
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
          UNION ALL
          SELECT t.network_id, t.id, p.word,
            CASE WHEN t.folded LIKE p.pattern THEN 0.9 ELSE 0.8 * public.word_similarity(p.word, t.folded) END
          FROM patterns p JOIN public.training t
            ON t.folded LIKE p.pattern OR (length(p.word) > 3 AND p.word OPERATOR(public.<%) t.folded)),
        best AS (SELECT h.network_id, h.training_id, h.word, max(h.closeness) AS closeness FROM hits h GROUP BY 1, 2, 3)
        SELECT b.network_id, b.training_id, avg(b.closeness)::real FROM best b
        GROUP BY 1, 2 HAVING count(*) = cardinality(words) $$;

-- Every word has to be there, or one that is alike: "migrnat" finds "migrant". Which words are alike is said here and not
-- for the whole session, where the search for institutions has a stricter measure.
SELECT public.word_similarity('', '');
CREATE FUNCTION app.find_trainings(query text) RETURNS TABLE (network_id uuid, training_id uuid, closeness real)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public SET pg_trgm.word_similarity_threshold = '0.45'
  AS $$ SELECT f.network_id, f.training_id, f.closeness FROM app.alike_trainings(array(
          SELECT DISTINCT w FROM regexp_split_to_table(app.fold(query), '\s+') w WHERE w <> '' LIMIT 8)) f
        WHERE query <> '' $$;

ALTER FUNCTION app.networks_of_person() OWNER TO tessera_definer;
ALTER FUNCTION app.shared_with_person() OWNER TO tessera_definer;
ALTER FUNCTION app.networks_without(text) OWNER TO tessera_definer;
ALTER FUNCTION app.alike_trainings(text[]) OWNER TO tessera_definer;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;
REVOKE ALL ON FUNCTION app.networks_of_person(), app.shared_with_person(), app.networks_without(text),
  app.alike_trainings(text[]), app.find_trainings(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.networks_of_person(), app.shared_with_person(), app.networks_without(text),
  app.alike_trainings(text[]), app.find_trainings(text) TO tessera_app, tessera_definer;

-- The door "mine": a person reads at once the events of all networks that they belong to, and what is shared with those.
CREATE POLICY at_home ON training FOR SELECT TO tessera_app USING (
  (SELECT app.door()) = 'mine' AND app.is_shown(state)
  AND (network_id = ANY ((SELECT app.networks_of_person())::uuid[])
    OR (network_id, id) IN (SELECT s.network_id, s.training_id FROM app.shared_with_person() s)));
CREATE POLICY at_home ON training_text FOR SELECT TO tessera_app USING (
  (SELECT app.door()) = 'mine'
  AND (network_id = ANY ((SELECT app.networks_of_person())::uuid[])
    OR (network_id, training_id) IN (SELECT s.network_id, s.training_id FROM app.shared_with_person() s)));

-- The secret address of a person's own calendar is a key like those of links: one for each person, renewed at will.
ALTER TABLE login_token DROP CONSTRAINT login_token_purpose,
  ADD CONSTRAINT login_token_purpose CHECK (purpose IN ('code', 'password_reset', 'calendar'));
CREATE UNIQUE INDEX login_token_one_calendar ON login_token (person_id) WHERE purpose = 'calendar';
