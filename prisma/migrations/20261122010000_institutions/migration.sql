-- Institutions as records: who keeps a card, where it lies, what it belongs to, what became of it, and what only one
-- network knows of it.

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

-- AlterTable
ALTER TABLE "institution" ADD COLUMN     "address" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "keeper_network_id" UUID,
ADD COLUMN     "latitude" DOUBLE PRECISION,
ADD COLUMN     "longitude" DOUBLE PRECISION,
ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "parent_id" UUID,
ADD COLUMN     "short_name" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "membership_detail" (
    "network_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "focal_point_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "membership_detail_pkey" PRIMARY KEY ("network_id","institution_id")
);

-- CreateIndex
CREATE INDEX "membership_detail_network_id_focal_point_id_idx" ON "membership_detail"("network_id", "focal_point_id");

-- CreateIndex
CREATE INDEX "institution_parent_id_idx" ON "institution"("parent_id");

-- CreateIndex
CREATE INDEX "institution_merged_into_id_idx" ON "institution"("merged_into_id");

-- CreateIndex
CREATE INDEX "institution_keeper_network_id_idx" ON "institution"("keeper_network_id");

-- AddForeignKey
ALTER TABLE "institution" ADD CONSTRAINT "institution_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "institution" ADD CONSTRAINT "institution_keeper_network_id_fkey" FOREIGN KEY ("keeper_network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "institution" ADD CONSTRAINT "institution_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_detail" ADD CONSTRAINT "membership_detail_network_id_institution_id_fkey" FOREIGN KEY ("network_id", "institution_id") REFERENCES "membership"("network_id", "institution_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_detail" ADD CONSTRAINT "membership_detail_focal_point_id_fkey" FOREIGN KEY ("focal_point_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE institution
  DROP CONSTRAINT institution_state,
  ADD CONSTRAINT institution_state CHECK (state IN ('draft', 'verified', 'inactive', 'merged')),
  ADD CONSTRAINT institution_merged CHECK ((state = 'merged') = (merged_into_id IS NOT NULL)),
  ADD CONSTRAINT institution_not_itself CHECK (parent_id IS DISTINCT FROM id AND merged_into_id IS DISTINCT FROM id),
  ADD CONSTRAINT institution_position CHECK ((latitude IS NULL) = (longitude IS NULL)
    AND latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180),
  ADD CONSTRAINT institution_kind CHECK (kind IN ('municipality', 'county_authority', 'regional_authority', 'state_agency',
    'child_protection', 'social_services', 'police', 'emergency_services', 'hospital_health', 'school_education',
    'university_research', 'employment_office', 'reception_centre', 'ngo', 'volunteer_centre', 'religious_org',
    'employer_private', 'media', 'international_org', 'eu_programme_project', 'informal_group'));

-- Names that are alike are looked up in the whole register. (The policies of both tables let everyone read, so no
-- security barrier keeps the index from being used.)
CREATE INDEX institution_text_alike ON institution_text USING gin (app.fold(name) public.gin_trgm_ops);

-- The first network that an institution joined keeps its card.
ALTER TABLE institution NO FORCE ROW LEVEL SECURITY;
ALTER TABLE membership NO FORCE ROW LEVEL SECURITY;
UPDATE institution i SET keeper_network_id = (
  SELECT m.network_id FROM membership m WHERE m.institution_id = i.id ORDER BY m.is_guest, m.joined_on, m.id LIMIT 1);
ALTER TABLE institution FORCE ROW LEVEL SECURITY;
ALTER TABLE membership FORCE ROW LEVEL SECURITY;

ALTER TABLE membership_detail ENABLE ROW LEVEL SECURITY;
ALTER TABLE membership_detail FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON membership_detail FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON membership_detail TO tessera_app;

-- A card is changed by the network that keeps it, or by anyone at the door while nobody keeps it.
DROP POLICY register ON institution;
DROP POLICY register ON institution_text;
CREATE POLICY register ON institution FOR INSERT TO tessera_app WITH CHECK ((SELECT app.door()) = 'register');
CREATE POLICY keeping ON institution FOR UPDATE TO tessera_app
  USING ((SELECT app.door()) = 'register'
    AND (keeper_network_id IS NULL OR keeper_network_id = (SELECT app.network_id())))
  WITH CHECK ((SELECT app.door()) = 'register');
CREATE POLICY keeping ON institution_text FOR ALL TO tessera_app
  USING ((SELECT app.door()) = 'register' AND EXISTS (SELECT 1 FROM institution i WHERE i.id = institution_text.institution_id
    AND (i.keeper_network_id IS NULL OR i.keeper_network_id = (SELECT app.network_id()))))
  WITH CHECK ((SELECT app.door()) = 'register' AND EXISTS (SELECT 1 FROM institution i WHERE i.id = institution_text.institution_id
    AND (i.keeper_network_id IS NULL OR i.keeper_network_id = (SELECT app.network_id()))));

-- Two cards become one. Every row of this network that names the one then names the other, in whatever table it stands.
CREATE FUNCTION app.move_institution_rows(loser uuid, winner uuid) RETURNS int LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, public AS $$
DECLARE reference record; moved int; total int := 0;
BEGIN
  FOR reference IN
    SELECT c.conrelid::regclass AS name, a.attname AS field
    FROM pg_constraint c
    JOIN LATERAL unnest(c.conkey, c.confkey) AS k(own, other) ON true
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.own
    JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = k.other AND b.attname = 'institution_id'
    WHERE c.contype = 'f' AND c.confrelid = 'public.membership'::regclass
      AND c.conrelid <> 'public.membership_detail'::regclass
    ORDER BY 1
  LOOP
    EXECUTE format('UPDATE %s SET %I = $2 WHERE network_id = app.network_id() AND %I = $1',
      reference.name, reference.field, reference.field) USING loser, winner;
    GET DIAGNOSTICS moved = ROW_COUNT;
    total := total + moved;
  END LOOP;
  RETURN total;
END $$;

-- What a merge means for other networks: they keep their membership and it names the card that stays. Only the keeper of
-- both cards may, and learns no more than numbers.
CREATE FUNCTION app.held_elsewhere(loser uuid, winner uuid) RETURNS TABLE (moves int, hold_both int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT (count(*) FILTER (WHERE n.holds = 1 AND n.has_loser))::int, (count(*) FILTER (WHERE n.holds = 2))::int
        FROM (SELECT count(*) AS holds, bool_or(m.institution_id = loser) AS has_loser FROM public.membership m
              WHERE m.institution_id IN (loser, winner) AND m.network_id <> app.network_id() GROUP BY m.network_id) n
        WHERE app.door() = 'register' AND (SELECT count(*) FROM public.institution i
          WHERE i.id IN (loser, winner) AND i.keeper_network_id = app.network_id()) = 2 $$;

CREATE FUNCTION app.merge_elsewhere(loser uuid, winner uuid, merged_at timestamptz) RETURNS int
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ WITH allowed AS (
          SELECT 1 FROM public.institution i WHERE i.id IN (loser, winner) AND i.keeper_network_id = app.network_id()
            AND app.door() = 'register' HAVING count(*) = 2),
        moved AS (
          UPDATE public.membership m SET institution_id = winner
          WHERE m.institution_id = loser AND m.network_id <> app.network_id() AND EXISTS (SELECT 1 FROM allowed)
          RETURNING m.network_id),
        departments AS (
          UPDATE public.institution i SET parent_id = winner
          WHERE i.parent_id = loser AND i.id <> winner AND EXISTS (SELECT 1 FROM allowed)),
        told AS (
          INSERT INTO public.domain_event (id, network_id, kind, object_kind, object_id, payload, at)
          SELECT gen_random_uuid(), n.id, 'institution.merged', 'institution', winner,
            jsonb_build_object('mergedId', loser), merged_at + make_interval(secs => n.clock_offset)
          FROM moved JOIN public.network n ON n.id = moved.network_id)
        SELECT count(*)::int FROM moved $$;

CREATE POLICY across ON membership FOR SELECT TO tessera_definer USING (true);
CREATE POLICY across_merge ON membership FOR UPDATE TO tessera_definer USING (true) WITH CHECK (true);
CREATE POLICY across ON institution FOR SELECT TO tessera_definer USING (true);
CREATE POLICY across_merge ON institution FOR UPDATE TO tessera_definer USING (true) WITH CHECK (true);
CREATE POLICY across_merge ON domain_event FOR INSERT TO tessera_definer WITH CHECK (kind = 'institution.merged');
GRANT SELECT, UPDATE (institution_id) ON membership TO tessera_definer;
GRANT SELECT, UPDATE (parent_id) ON institution TO tessera_definer;
GRANT INSERT ON domain_event TO tessera_definer;

GRANT CREATE ON SCHEMA app TO tessera_definer;
ALTER FUNCTION app.held_elsewhere(uuid, uuid) OWNER TO tessera_definer;
ALTER FUNCTION app.merge_elsewhere(uuid, uuid, timestamptz) OWNER TO tessera_definer;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;
REVOKE ALL ON FUNCTION app.move_institution_rows(uuid, uuid), app.held_elsewhere(uuid, uuid),
  app.merge_elsewhere(uuid, uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.move_institution_rows(uuid, uuid), app.held_elsewhere(uuid, uuid),
  app.merge_elsewhere(uuid, uuid, timestamptz) TO tessera_app;
