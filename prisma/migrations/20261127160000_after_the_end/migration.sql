-- After the end of an event: so many hours or days after it, whoever took part gets a mail, once.

-- AlterTable
ALTER TABLE "training" ADD COLUMN     "follow_up_hours" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- CreateTable
CREATE TABLE "training_follow_up" (
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "ends_on" DATE NOT NULL,
    "hours_after" INTEGER NOT NULL,
    "is_told" BOOLEAN NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "training_follow_up_pkey" PRIMARY KEY ("network_id","training_id","ends_on","hours_after")
);

-- AddForeignKey
ALTER TABLE "training_follow_up" ADD CONSTRAINT "training_follow_up_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE training ADD CONSTRAINT training_follow_up_hours CHECK (
  follow_up_hours IS NOT NULL AND cardinality(follow_up_hours) <= 6 AND 1 <= ALL (follow_up_hours) AND 1440 >= ALL (follow_up_hours));
-- Whoever was written to once is not written to again, also when the end of the event is corrected to another day.
CREATE UNIQUE INDEX training_follow_up_told ON training_follow_up (network_id, training_id, hours_after) WHERE is_told;
ALTER TABLE training_follow_up ENABLE ROW LEVEL SECURITY;
ALTER TABLE training_follow_up FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON training_follow_up FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON training_follow_up TO tessera_app;
CREATE POLICY across ON training_follow_up FOR SELECT TO tessera_definer USING (true);
GRANT SELECT ON training_follow_up TO tessera_definer;

-- Events that are over, with a mail after the end whose moment has come and that nobody noted yet: hours count from the
-- end, days leave at eight in the morning at the place.
GRANT CREATE ON SCHEMA app TO tessera_definer;
CREATE FUNCTION app.due_follow_ups(real_now timestamptz)
  RETURNS TABLE (network_id uuid, training_id uuid, clock_offset int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT n.id, t.id, n.clock_offset FROM public.network n
        CROSS JOIN LATERAL (SELECT real_now + make_interval(secs => n.clock_offset) AS now) c
        CROSS JOIN LATERAL (
          SELECT g.id FROM public.training g
          CROSS JOIN LATERAL (SELECT (g.ends_at AT TIME ZONE g.time_zone)::date AS ends_on) l
          WHERE g.network_id = n.id
            AND g.state IN ('published', 'registration_closed', 'running', 'completed', 'documented')
            AND g.ends_at <= c.now AND g.ends_at > c.now - interval '62 days'
            AND EXISTS (SELECT FROM unnest(g.follow_up_hours) h
              CROSS JOIN LATERAL (SELECT CASE WHEN h % 24 = 0
                THEN (l.ends_on + h / 24 + time '08:00') AT TIME ZONE g.time_zone
                ELSE g.ends_at + make_interval(hours => h) END AS at) d
              WHERE d.at <= c.now AND NOT EXISTS (
                SELECT FROM public.training_follow_up r WHERE r.network_id = g.network_id AND r.training_id = g.id
                  AND r.hours_after = h AND (r.is_told OR r.ends_on = l.ends_on)))) t
        WHERE app.door() = 'platform' AND n.state IN ('draft', 'active')
          AND n.id <> ALL (app.networks_without('trainings')) LIMIT 1000 $$;
ALTER FUNCTION app.due_follow_ups(timestamptz) OWNER TO tessera_definer;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;
REVOKE ALL ON FUNCTION app.due_follow_ups(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.due_follow_ups(timestamptz) TO tessera_app;
