-- For how long an answer to these words holds; without a number until it is taken back.
ALTER TABLE "consent_wording" ADD COLUMN "months" INTEGER;
ALTER TABLE "consent_wording" ADD CONSTRAINT "consent_wording_months" CHECK ("months" BETWEEN 1 AND 120);

GRANT CREATE ON SCHEMA app TO tessera_definer;

CREATE OR REPLACE FUNCTION app.own_page(who uuid)
  RETURNS TABLE (network_id uuid, wordings json, answers json, reads json, request json, hold text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    SELECT k.id,
      (SELECT coalesce(json_agg(json_build_object('purpose', w.purpose, 'version', w.version, 'language', w.language,
          'title', w.title, 'text', w.text, 'createdAt', w.created_at) ORDER BY w.purpose, w.language), '[]')
        FROM public.consent_wording w WHERE w.network_id = k.id AND w.version = (
          SELECT max(v.version) FROM public.consent_wording v WHERE v.network_id = k.id AND v.purpose = w.purpose)),
      (SELECT coalesce(json_agg(json_build_object('id', a.id, 'purpose', a.purpose, 'version', a.version, 'language', a.language,
          'state', CASE WHEN a.state = 'given' AND a.expires_at <= k.now THEN 'expired' ELSE a.state END,
          'decidedAt', a.decided_at, 'withdrawnAt', a.withdrawn_at, 'expiresAt', a.expires_at,
          'isEnding', coalesce(a.expires_at <= k.now + interval '30 days', false))), '[]')
        FROM (SELECT DISTINCT ON (c.purpose) c.id, c.purpose, c.version, c.language, c.state, c.decided_at, c.withdrawn_at, c.expires_at
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
    FROM (SELECT n.id, now() + make_interval(secs => n.clock_offset) AS now FROM public.network n
      WHERE n.kind = 'platform' OR n.id IN (SELECT w FROM app.networks_with_person(who) w)) k
    WHERE app.person_id() = who $$;

ALTER FUNCTION app.own_page(uuid) OWNER TO tessera_definer;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;
