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
ALTER FUNCTION app.due_digests(timestamptz) OWNER TO tessera_definer;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;
REVOKE ALL ON FUNCTION app.due_digests(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.due_digests(timestamptz) TO tessera_app;

-- Asks one question in several networks, one after the other, each in the name of that network: the same walls stand as if
-- it were asked in a transaction of its own. `places` is an array of objects with the network's `id`; the question sees its
-- own place as $1.
CREATE FUNCTION app.in_each_network(places jsonb, question text)
  RETURNS TABLE (network_id uuid, answer jsonb)
  LANGUAGE plpgsql VOLATILE SECURITY INVOKER SET search_path = pg_catalog, public
  AS $$ DECLARE
    place jsonb;
    before text := coalesce(current_setting('app.network_id', true), '');
  BEGIN
    FOR place IN SELECT * FROM jsonb_array_elements(places) LOOP
      network_id := (place ->> 'id')::uuid;
      PERFORM set_config('app.network_id', network_id::text, true);
      EXECUTE question INTO answer USING place;
      RETURN NEXT;
    END LOOP;
    PERFORM set_config('app.network_id', before, true);
  END $$;
REVOKE ALL ON FUNCTION app.in_each_network(jsonb, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.in_each_network(jsonb, text) TO tessera_app;
