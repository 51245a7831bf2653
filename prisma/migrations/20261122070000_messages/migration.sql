-- Messages that can be looked up and sent again.

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "message_network_id_created_at_idx" ON "message"("network_id", "created_at");

-- What people are told inside the application.

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateIndex
CREATE INDEX "notice_person_id_created_at_idx" ON "notice"("person_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "notice_network_id_event_id_kind_person_id_key" ON "notice"("network_id", "event_id", "kind", "person_id");

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_network_id_event_id_fkey" FOREIGN KEY ("network_id", "event_id") REFERENCES "domain_event"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE notice ADD CONSTRAINT notice_topic CHECK (topic IN ('own', 'institution', 'organised', 'invitations', 'security'));
CREATE INDEX notice_unread ON notice (person_id) WHERE read_at IS NULL;
ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON notice FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON notice TO tessera_app;

-- A person reads what they were told in all their networks at once. The functions below give nobody another's.
CREATE POLICY across ON notice FOR ALL TO tessera_definer USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE (read_at) ON notice TO tessera_definer;
CREATE POLICY titled ON training_text FOR SELECT TO tessera_definer USING (true);
CREATE POLICY titled ON network_text FOR SELECT TO tessera_definer USING (true);
GRANT SELECT ON training_text, network_text TO tessera_definer;
GRANT CREATE ON SCHEMA app TO tessera_definer;

-- Stands in the header of every page: one number, asked with the session.
CREATE FUNCTION app.unread_notices(who uuid) RETURNS int
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ BEGIN
    IF app.door() <> 'identity' THEN RETURN 0; END IF;
    RETURN (SELECT count(*)::int FROM public.notice n WHERE n.person_id = who AND n.read_at IS NULL);
  END $$;

CREATE FUNCTION app.own_notices(in_language text, most int, skipped int)
  RETURNS TABLE (id uuid, kind text, topic text, params jsonb, created_at timestamptz, read_at timestamptz,
    network_code text, network_name text, time_zone text, title text, total int, unread int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT n.id, n.kind, n.topic, n.params, n.created_at, n.read_at, w.code,
          coalesce((SELECT x.name FROM public.network_text x WHERE x.network_id = n.network_id
            ORDER BY array_position(ARRAY[in_language, w.default_language, 'en'], x.language) NULLS LAST LIMIT 1), w.code),
          w.time_zone,
          (SELECT x.title FROM public.training_text x WHERE x.network_id = n.network_id AND x.training_id = (n.params ->> 'trainingId')::uuid
            ORDER BY array_position(ARRAY[in_language, w.default_language, 'en'], x.language) NULLS LAST LIMIT 1),
          count(*) OVER ()::int, count(*) FILTER (WHERE n.read_at IS NULL) OVER ()::int
        FROM public.notice n JOIN public.network w ON w.id = n.network_id
        WHERE n.person_id = app.person_id()
        ORDER BY n.created_at DESC, n.id LIMIT most OFFSET skipped $$;

CREATE FUNCTION app.read_own_notices(only_id uuid, at timestamptz)
  RETURNS TABLE (id uuid, kind text, topic text, params jsonb, network_code text)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ UPDATE public.notice n SET read_at = coalesce(n.read_at, at) FROM public.network w
        WHERE w.id = n.network_id AND n.person_id = app.person_id()
          AND (n.id = only_id OR (only_id IS NULL AND n.read_at IS NULL))
        RETURNING n.id, n.kind, n.topic, n.params, w.code $$;

ALTER FUNCTION app.unread_notices(uuid) OWNER TO tessera_definer;
ALTER FUNCTION app.own_notices(text, int, int) OWNER TO tessera_definer;
ALTER FUNCTION app.read_own_notices(uuid, timestamptz) OWNER TO tessera_definer;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;
REVOKE ALL ON FUNCTION app.unread_notices(uuid), app.own_notices(text, int, int), app.read_own_notices(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.unread_notices(uuid), app.own_notices(text, int, int), app.read_own_notices(uuid, timestamptz) TO tessera_app;

-- How a person wants to be told.

-- CreateTable
CREATE TABLE "notice_choice" (
    "person_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "channel" TEXT NOT NULL,

    CONSTRAINT "notice_choice_pkey" PRIMARY KEY ("person_id","topic")
);

-- AddForeignKey
ALTER TABLE "notice_choice" ADD CONSTRAINT "notice_choice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE notice_choice
  ADD CONSTRAINT notice_choice_topic CHECK (topic IN ('own', 'institution', 'organised')),
  ADD CONSTRAINT notice_choice_channel CHECK (channel IN ('mail', 'in_app'));
ALTER TABLE notice_choice ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_choice FORCE ROW LEVEL SECURITY;
CREATE POLICY identity ON notice_choice FOR ALL TO tessera_app
  USING ((SELECT app.door()) = 'identity') WITH CHECK ((SELECT app.door()) = 'identity');
GRANT SELECT, INSERT, UPDATE, DELETE ON notice_choice TO tessera_app;
