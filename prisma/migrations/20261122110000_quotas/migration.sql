-- Overlapping quotas, and the order in which the line is served.

-- AlterTable
ALTER TABLE "training" ADD COLUMN     "has_quotas" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "party_rule" TEXT NOT NULL DEFAULT 'skip',
ADD COLUMN     "priority_rule" TEXT NOT NULL DEFAULT 'first_come';

-- AlterTable
ALTER TABLE "seat" ADD COLUMN     "institution_kind" TEXT,
ADD COLUMN     "is_together" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "language" TEXT,
ADD COLUMN     "mode" TEXT,
ADD COLUMN     "priority" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "priority_reason" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "training_quota" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "release_at" TIMESTAMPTZ(3),
    "is_open" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "training_quota_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "training_quota_network_id_training_id_scope_key_key" ON "training_quota"("network_id", "training_id", "scope", "key");

-- AddForeignKey
ALTER TABLE "training_quota" ADD CONSTRAINT "training_quota_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE training
  ADD CONSTRAINT training_priority_rule CHECK (priority_rule IN ('first_come', 'institutions_without_seat_first')),
  ADD CONSTRAINT training_party_rule CHECK (party_rule IN ('skip', 'strict'));
ALTER TABLE seat
  ADD CONSTRAINT seat_mode CHECK (mode IN ('onsite', 'online')),
  ADD CONSTRAINT seat_priority CHECK (priority BETWEEN -1 AND 1);
ALTER TABLE training_quota
  ADD CONSTRAINT training_quota_scope CHECK (scope IN ('mode', 'language', 'institution_kind')),
  ADD CONSTRAINT training_quota_key CHECK (key <> ''),
  ADD CONSTRAINT training_quota_size CHECK (size BETWEEN 0 AND 100000);

-- The owner of the tables is bound by their policies too, and has none.
ALTER TABLE seat NO FORCE ROW LEVEL SECURITY;
ALTER TABLE institution NO FORCE ROW LEVEL SECURITY;
UPDATE seat s SET institution_kind = i.kind FROM institution i WHERE i.id = s.institution_id;
ALTER TABLE seat FORCE ROW LEVEL SECURITY;
ALTER TABLE institution FORCE ROW LEVEL SECURITY;

ALTER TABLE training_quota ENABLE ROW LEVEL SECURITY;
ALTER TABLE training_quota FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON training_quota FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
CREATE POLICY along_with_training ON training_quota FOR SELECT TO tessera_app
  USING (is_open OR app.is_shared_training(network_id, training_id));
CREATE POLICY across ON training_quota FOR SELECT TO tessera_definer USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON training_quota TO tessera_app;
GRANT SELECT ON training_quota TO tessera_definer;

CREATE TRIGGER keep_part BEFORE INSERT ON training_quota FOR EACH ROW EXECUTE FUNCTION app.keep_training_part();
CREATE OR REPLACE FUNCTION app.open_training_parts() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE opened boolean := app.is_shown(new.state) AND new.visibility = 'public';
BEGIN
  UPDATE public.training_text x SET is_open = opened
    WHERE x.network_id = new.network_id AND x.training_id = new.id AND x.is_open <> opened;
  UPDATE public.training_session s SET is_open = opened
    WHERE s.network_id = new.network_id AND s.training_id = new.id AND s.is_open <> opened;
  UPDATE public.training_quota q SET is_open = opened
    WHERE q.network_id = new.network_id AND q.training_id = new.id AND q.is_open <> opened;
  RETURN NULL;
END $$;

-- A quota that is released sets seats free as the release of the limit for each institution does.
GRANT CREATE ON SCHEMA app TO tessera_definer;
CREATE OR REPLACE FUNCTION app.due_trainings(real_now timestamptz)
  RETURNS TABLE (network_id uuid, training_id uuid, clock_offset int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT t.network_id, t.id, n.clock_offset
        FROM public.training t JOIN public.network n ON n.id = t.network_id
        WHERE app.door() = 'platform' AND n.state IN ('draft', 'active') AND t.state IN ('published', 'registration_closed')
          AND t.starts_at > real_now + make_interval(secs => n.clock_offset)
          AND ((t.waiting_count > 0 AND t.taken_count < t.capacity AND (
              t.quota_release_at <= real_now + make_interval(secs => n.clock_offset)
              OR (t.has_quotas AND EXISTS (SELECT 1 FROM public.training_quota q WHERE q.network_id = t.network_id
                AND q.training_id = t.id AND q.release_at <= real_now + make_interval(secs => n.clock_offset)))))
            OR EXISTS (SELECT 1 FROM public.seat s WHERE s.network_id = t.network_id AND s.training_id = t.id
              AND s.state = 'offered' AND s.offered_until <= real_now + make_interval(secs => n.clock_offset)))
        LIMIT 1000 $$;
ALTER FUNCTION app.due_trainings(timestamptz) OWNER TO tessera_definer;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;
