-- Care in mentoring: concerns about somebody's safety (docs/decisions/027).

-- CreateTable
CREATE TABLE "safeguarding_concern" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'raised',
    "is_danger" BOOLEAN NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "raised_by_id" UUID,
    "nonce" UUID NOT NULL,
    "triaged_at" TIMESTAMPTZ(3),
    "escalated_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "purged_at" TIMESTAMPTZ(3),

    CONSTRAINT "safeguarding_concern_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "safeguarding_entry" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "concern_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "written_by_id" UUID,
    "concern_category" BYTEA,
    "concern_about" BYTEA,
    "concern_text" BYTEA NOT NULL,

    CONSTRAINT "safeguarding_entry_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateIndex
CREATE INDEX "safeguarding_concern_network_id_state_raised_at_idx" ON "safeguarding_concern"("network_id", "state", "raised_at");

-- CreateIndex
CREATE UNIQUE INDEX "safeguarding_concern_network_id_nonce_key" ON "safeguarding_concern"("network_id", "nonce");

-- CreateIndex
CREATE INDEX "safeguarding_entry_network_id_concern_id_written_at_idx" ON "safeguarding_entry"("network_id", "concern_id", "written_at");

-- AddForeignKey
ALTER TABLE "safeguarding_concern" ADD CONSTRAINT "safeguarding_concern_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "safeguarding_entry" ADD CONSTRAINT "safeguarding_entry_network_id_concern_id_fkey" FOREIGN KEY ("network_id", "concern_id") REFERENCES "safeguarding_concern"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE safeguarding_concern
  ADD CONSTRAINT safeguarding_concern_state CHECK (state IN ('raised', 'triaged', 'in_action', 'monitored', 'closed')),
  ADD CONSTRAINT safeguarding_concern_triaged CHECK ((state = 'raised') = (triaged_at IS NULL)),
  ADD CONSTRAINT safeguarding_concern_closed CHECK ((state = 'closed') = (closed_at IS NOT NULL));
ALTER TABLE safeguarding_entry
  ADD CONSTRAINT safeguarding_entry_state CHECK (state IN ('raised', 'triaged', 'in_action', 'monitored', 'closed')),
  ADD CONSTRAINT safeguarding_entry_category_sealed CHECK (app.is_sealed(concern_category)),
  ADD CONSTRAINT safeguarding_entry_about_sealed CHECK (app.is_sealed(concern_about)),
  ADD CONSTRAINT safeguarding_entry_text_sealed CHECK (app.is_sealed(concern_text));

ALTER TABLE safeguarding_concern ENABLE ROW LEVEL SECURITY;
ALTER TABLE safeguarding_concern FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON safeguarding_concern FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON safeguarding_concern TO tessera_app;

ALTER TABLE safeguarding_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE safeguarding_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON safeguarding_entry FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON safeguarding_entry TO tessera_app;

-- Whether the person of the transaction is a safeguarding lead of its network now, by the real clock as roles are.
CREATE FUNCTION app.is_safeguarding_lead() RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public
  AS $$ SELECT EXISTS (SELECT FROM public.role_assignment r
        JOIN public.role_capability c ON c.network_id = r.network_id AND c.role_assignment_id = r.id AND c.capability = 'safeguarding_lead'
        WHERE r.network_id = app.network_id() AND r.person_id = app.person_id()
          AND r.valid_from <= now() AND (r.valid_until IS NULL OR r.valid_until > now())
          AND c.valid_from <= now() AND (c.valid_until IS NULL OR c.valid_until > now())) $$;

-- What was raised exists for the leads alone, not even for who raised it. Work that is nobody's (the night, the closing of a
-- network) still ends it.
CREATE POLICY lead_only ON safeguarding_entry AS RESTRICTIVE FOR SELECT TO tessera_app
  USING ((SELECT app.person_id()) IS NULL OR (SELECT app.is_safeguarding_lead()));

-- The networks that the care of mentoring looks after: those with a programme or with a concern that stands open.
CREATE POLICY across_care ON mentoring_programme FOR SELECT TO tessera_definer USING (true);
CREATE POLICY across_care ON safeguarding_concern FOR SELECT TO tessera_definer USING (true);
GRANT SELECT ON mentoring_programme, safeguarding_concern TO tessera_definer;
GRANT CREATE ON SCHEMA app TO tessera_definer;
CREATE FUNCTION app.networks_in_care() RETURNS TABLE (network_id uuid, clock_offset int, time_zone text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT n.id, n.clock_offset, n.time_zone FROM public.network n
        WHERE app.door() = 'platform' AND n.state IN ('draft', 'active') AND n.id <> ALL (app.networks_without('mentoring'))
          AND (EXISTS (SELECT FROM public.mentoring_programme g WHERE g.network_id = n.id AND g.state <> 'closed')
            OR EXISTS (SELECT FROM public.safeguarding_concern c WHERE c.network_id = n.id AND c.state = 'raised')) $$;
ALTER FUNCTION app.networks_in_care() OWNER TO tessera_definer;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;
REVOKE ALL ON FUNCTION app.networks_in_care() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.networks_in_care() TO tessera_app;
