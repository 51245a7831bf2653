-- What a person is told can be collected and mailed once a day.

-- AlterTable
ALTER TABLE "notice" ADD COLUMN     "digest_id" UUID,
ADD COLUMN     "is_for_digest" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "notice_network_id_digest_id_idx" ON "notice"("network_id", "digest_id");

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_network_id_digest_id_fkey" FOREIGN KEY ("network_id", "digest_id") REFERENCES "domain_event"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE INDEX notice_collected ON notice (network_id, person_id) WHERE is_for_digest AND digest_id IS NULL AND read_at IS NULL;
ALTER TABLE notice_choice DROP CONSTRAINT notice_choice_channel;
ALTER TABLE notice_choice ADD CONSTRAINT notice_choice_channel CHECK (channel IN ('mail', 'digest', 'in_app'));

-- Networks in which something was collected before seven o'clock of their own morning, and that morning has come.
GRANT CREATE ON SCHEMA app TO tessera_definer;
CREATE FUNCTION app.due_digests(real_now timestamptz)
  RETURNS TABLE (network_id uuid, clock_offset int, day date, collected_until timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT w.id, w.clock_offset, m.day, m.until FROM public.network w
        CROSS JOIN LATERAL (SELECT ((real_now + make_interval(secs => w.clock_offset)) AT TIME ZONE w.time_zone)::date AS day) d
        CROSS JOIN LATERAL (SELECT d.day, ((d.day + time '07:00') AT TIME ZONE w.time_zone) - make_interval(secs => w.clock_offset) AS until) m
        WHERE app.door() = 'platform' AND m.until <= real_now AND EXISTS (SELECT 1 FROM public.notice n WHERE n.network_id = w.id
          AND n.is_for_digest AND n.digest_id IS NULL AND n.read_at IS NULL AND n.created_at < m.until) $$;

-- What waits for an operator: counts, and the codes of drafts that nobody coordinates. Not a word about people.
CREATE FUNCTION app.operator_needs(who uuid, real_now timestamptz)
  RETURNS TABLE (dead int, dead_since timestamptz, oldest_waiting_at timestamptz, accesses int, accesses_since timestamptz, drafts text[], closings text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT d.count, d.since,
          -- The id of an event holds the real time of its making.
          (SELECT to_timestamp(('x' || left(replace(e.id::text, '-', ''), 12))::bit(48)::bigint / 1000.0)
            FROM public.domain_event e WHERE e.delivered_at IS NULL ORDER BY e.id LIMIT 1),
          b.count, b.since,
          ARRAY(SELECT n.code FROM public.network n WHERE n.state = 'draft' AND n.kind <> 'platform'
            AND NOT EXISTS (SELECT 1 FROM public.role_assignment r WHERE r.network_id = n.id AND r.role = 'coordinator'
              AND r.object_id IS NULL AND (r.valid_until IS NULL OR r.valid_until > real_now)) ORDER BY n.created_at, n.code),
          ARRAY(SELECT n.code FROM public.network_closing c JOIN public.network n ON n.id = c.network_id
            WHERE c.state = 'asked' AND c.asked_by_id <> who ORDER BY c.asked_at, n.code)
        FROM (SELECT count(*)::int AS count, min(e.failed_at) AS since FROM public.domain_event e WHERE e.failed_at IS NOT NULL) d,
          (SELECT count(*)::int AS count, min(g.requested_at) AS since FROM public.break_glass g
            WHERE g.state = 'requested' AND g.requested_as = 'operator' AND g.requester_id <> who) b
        WHERE app.door() = 'platform' $$;
ALTER FUNCTION app.due_digests(timestamptz) OWNER TO tessera_definer;
ALTER FUNCTION app.operator_needs(uuid, timestamptz) OWNER TO tessera_definer;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;
REVOKE ALL ON FUNCTION app.due_digests(timestamptz), app.operator_needs(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.due_digests(timestamptz), app.operator_needs(uuid, timestamptz) TO tessera_app;
