-- What a person may know about themselves stands in every network that knows them: one statement for all of them.
CREATE POLICY across ON consent_wording FOR SELECT TO tessera_definer USING (true);
CREATE POLICY across ON legal_hold FOR SELECT TO tessera_definer USING (true);
GRANT SELECT ON consent_wording TO tessera_definer;
GRANT SELECT (network_id, person_id, reason, lifted_at) ON legal_hold TO tessera_definer;
GRANT SELECT (id, version, language, requested_at, decided_at, withdrawn_at) ON consent_record TO tessera_definer;

GRANT CREATE ON SCHEMA app TO tessera_definer;

CREATE FUNCTION app.own_page(who uuid)
  RETURNS TABLE (network_id uuid, wordings json, answers json, reads json, request json, hold text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    SELECT k.id,
      (SELECT coalesce(json_agg(json_build_object('purpose', w.purpose, 'version', w.version, 'language', w.language,
          'title', w.title, 'text', w.text, 'createdAt', w.created_at) ORDER BY w.purpose, w.language), '[]')
        FROM public.consent_wording w WHERE w.network_id = k.id AND w.version = (
          SELECT max(v.version) FROM public.consent_wording v WHERE v.network_id = k.id AND v.purpose = w.purpose)),
      (SELECT coalesce(json_agg(json_build_object('id', a.id, 'purpose', a.purpose, 'version', a.version, 'language', a.language,
          'state', a.state, 'decidedAt', a.decided_at, 'withdrawnAt', a.withdrawn_at)), '[]')
        FROM (SELECT DISTINCT ON (c.purpose) c.id, c.purpose, c.version, c.language, c.state, c.decided_at, c.withdrawn_at
          FROM public.consent_record c WHERE c.network_id = k.id AND c.person_id = who
          ORDER BY c.purpose, c.requested_at DESC, c.id DESC) a),
      (SELECT coalesce(json_agg(json_build_object('id', r.id, 'at', r.at, 'right', r.payload ->> 'right') ORDER BY r.at DESC), '[]')
        FROM (SELECT e.id, e.at, e.payload FROM public.domain_event e
          WHERE e.network_id = k.id AND e.kind = 'record.read' AND e.payload ->> 'subjectPersonId' = who::text
          ORDER BY e.at DESC LIMIT 50) r),
      (SELECT json_build_object('requestedAt', q.requested_at, 'dueAt', q.due_at) FROM public.erasure_request q
        WHERE q.network_id = k.id AND q.person_id = who AND q.state = 'open' LIMIT 1),
      (SELECT h.reason FROM public.legal_hold h
        WHERE h.network_id = k.id AND h.person_id = who AND h.lifted_at IS NULL LIMIT 1)
    FROM (SELECT w AS id FROM app.networks_with_person(who) w
      UNION SELECT n.id FROM public.network n WHERE n.kind = 'platform') k
    WHERE app.person_id() = who $$;

ALTER FUNCTION app.own_page(uuid) OWNER TO tessera_definer;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;
REVOKE ALL ON FUNCTION app.own_page(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.own_page(uuid) TO tessera_app, tessera_definer;
