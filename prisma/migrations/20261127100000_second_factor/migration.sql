-- A second step at sign-in: a key that an app on the person's phone knows as well, and codes for the day on which it is gone.

-- CreateTable
CREATE TABLE "second_step" (
    "person_id" UUID NOT NULL,
    "secret" BYTEA NOT NULL,
    "last_step" BIGINT NOT NULL DEFAULT 0,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "second_step_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "recovery_code_person_id_idx" ON "recovery_code"("person_id");

-- AddForeignKey
ALTER TABLE "second_step" ADD CONSTRAINT "second_step_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "second_step"("person_id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE second_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE second_step FORCE ROW LEVEL SECURITY;
CREATE POLICY identity ON second_step FOR ALL TO tessera_app
  USING ((SELECT app.door()) = 'identity') WITH CHECK ((SELECT app.door()) = 'identity');
ALTER TABLE recovery_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE recovery_code FORCE ROW LEVEL SECURITY;
CREATE POLICY identity ON recovery_code FOR ALL TO tessera_app
  USING ((SELECT app.door()) = 'identity') WITH CHECK ((SELECT app.door()) = 'identity');
GRANT SELECT, INSERT, UPDATE, DELETE ON second_step, recovery_code TO tessera_app;

ALTER TABLE login_token DROP CONSTRAINT login_token_purpose,
  ADD CONSTRAINT login_token_purpose CHECK (purpose IN ('code', 'password_reset', 'calendar', 'second_step'));

-- Whether the person of the transaction has one: what a network asks is judged wherever roles are read, without the door.
CREATE POLICY across ON second_step FOR SELECT TO tessera_definer USING (true);
GRANT SELECT (person_id, confirmed_at) ON second_step TO tessera_definer;
GRANT CREATE ON SCHEMA app TO tessera_definer;
CREATE FUNCTION app.has_second_step() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT EXISTS (SELECT 1 FROM public.second_step s WHERE s.person_id = app.person_id() AND s.confirmed_at IS NOT NULL) $$;
ALTER FUNCTION app.has_second_step() OWNER TO tessera_definer;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;
REVOKE ALL ON FUNCTION app.has_second_step() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.has_second_step() TO tessera_app;
