-- Reminders: so many days before an event begins, each once for the day on which it begins.

-- AlterTable
ALTER TABLE "training" ADD COLUMN     "reminder_days" INTEGER[] DEFAULT ARRAY[7, 1]::INTEGER[];

-- CreateTable
CREATE TABLE "training_reminder" (
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "days_before" INTEGER NOT NULL,
    "is_told" BOOLEAN NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "training_reminder_pkey" PRIMARY KEY ("network_id","training_id","starts_on","days_before")
);

-- AddForeignKey
ALTER TABLE "training_reminder" ADD CONSTRAINT "training_reminder_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE training ADD CONSTRAINT training_reminder_days CHECK (
  reminder_days IS NOT NULL AND cardinality(reminder_days) <= 6 AND 1 <= ALL (reminder_days) AND 60 >= ALL (reminder_days));
ALTER TABLE training_reminder ENABLE ROW LEVEL SECURITY;
ALTER TABLE training_reminder FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON training_reminder FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON training_reminder TO tessera_app;
CREATE POLICY across ON training_reminder FOR SELECT TO tessera_definer USING (true);
GRANT SELECT ON training_reminder TO tessera_definer;

-- Events with a reminder whose hour, eight in the morning at the place, has come and that nobody noted yet.
GRANT CREATE ON SCHEMA app TO tessera_definer;
CREATE FUNCTION app.due_reminders(real_now timestamptz)
  RETURNS TABLE (network_id uuid, training_id uuid, clock_offset int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT n.id, t.id, n.clock_offset FROM public.network n
        CROSS JOIN LATERAL (SELECT real_now + make_interval(secs => n.clock_offset) AS now) c
        CROSS JOIN LATERAL (
          SELECT g.id FROM public.training g
          CROSS JOIN LATERAL (SELECT (g.starts_at AT TIME ZONE g.time_zone)::date AS starts_on) l
          WHERE g.network_id = n.id AND g.state IN ('published', 'registration_closed')
            AND g.starts_at > c.now AND g.starts_at < c.now + interval '62 days'
            AND EXISTS (SELECT FROM unnest(g.reminder_days) d
              WHERE (l.starts_on - d + time '08:00') AT TIME ZONE g.time_zone <= c.now AND NOT EXISTS (
                SELECT FROM public.training_reminder r WHERE r.network_id = g.network_id AND r.training_id = g.id
                  AND r.starts_on = l.starts_on AND r.days_before = d))) t
        WHERE app.door() = 'platform' AND n.state IN ('draft', 'active')
          AND n.id <> ALL (app.networks_without('trainings')) LIMIT 1000 $$;
ALTER FUNCTION app.due_reminders(timestamptz) OWNER TO tessera_definer;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;
REVOKE ALL ON FUNCTION app.due_reminders(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.due_reminders(timestamptz) TO tessera_app;

-- Where an online room is. A table of its own: whoever may read an event may not read this.

-- CreateTable
CREATE TABLE "training_join" (
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "url" TEXT NOT NULL,

    CONSTRAINT "training_join_pkey" PRIMARY KEY ("network_id","training_id")
);

-- AddForeignKey
ALTER TABLE "training_join" ADD CONSTRAINT "training_join_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE training_join ADD CONSTRAINT training_join_url CHECK (url LIKE 'https://%');
ALTER TABLE training_join ENABLE ROW LEVEL SECURITY;
ALTER TABLE training_join FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON training_join FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON training_join TO tessera_app;
