-- Files of a network, and imports of tables with what they made, so that they can be undone.

-- AlterTable
ALTER TABLE "invitation" ADD COLUMN     "family_name" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "given_name" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "delete_after" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'uploaded',
    "headings" TEXT[],
    "mapping" TEXT[],
    "options" JSONB NOT NULL,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "row_count" INTEGER NOT NULL DEFAULT 0,
    "new_count" INTEGER NOT NULL DEFAULT 0,
    "changed_count" INTEGER NOT NULL DEFAULT 0,
    "same_count" INTEGER NOT NULL DEFAULT 0,
    "wrong_count" INTEGER NOT NULL DEFAULT 0,
    "problems" JSONB NOT NULL,
    "failure" TEXT NOT NULL DEFAULT '',
    "failure_params" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "network_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "object_kind" TEXT NOT NULL,
    "object_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "is_new" BOOLEAN NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("network_id","run_id","object_kind","object_id")
);

-- CreateTable
CREATE TABLE "external_reference" (
    "network_id" UUID NOT NULL,
    "object_kind" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "object_id" UUID NOT NULL,

    CONSTRAINT "external_reference_pkey" PRIMARY KEY ("network_id","object_kind","reference")
);

-- CreateIndex
CREATE INDEX "import_run_network_id_kind_created_at_idx" ON "import_run"("network_id", "kind", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "external_reference_network_id_object_kind_object_id_key" ON "external_reference"("network_id", "object_kind", "object_id");

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_network_id_file_id_fkey" FOREIGN KEY ("network_id", "file_id") REFERENCES "stored_file"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_network_id_run_id_fkey" FOREIGN KEY ("network_id", "run_id") REFERENCES "import_run"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_reference" ADD CONSTRAINT "external_reference_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE stored_file ADD CONSTRAINT stored_file_kind CHECK (kind IN ('import')),
  ADD CONSTRAINT stored_file_size CHECK (size >= 0);
ALTER TABLE import_run
  ADD CONSTRAINT import_run_kind CHECK (kind IN ('institutions', 'people', 'memberships')),
  ADD CONSTRAINT import_run_state CHECK (state IN ('uploaded', 'checking', 'checked', 'running', 'done', 'failed', 'undone')),
  ADD CONSTRAINT import_run_progress CHECK (progress BETWEEN 0 AND 100);
ALTER TABLE import_row ADD CONSTRAINT import_row_object_kind
  CHECK (object_kind IN ('institution', 'membership', 'invitation', 'role', 'participant', 'reference_institution', 'reference_participant'));
ALTER TABLE external_reference ADD CONSTRAINT external_reference_object_kind CHECK (object_kind IN ('institution', 'participant'));

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['stored_file', 'import_run', 'import_row', 'external_reference'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_network ON public.%I FOR ALL TO tessera_app
      USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO tessera_app', t);
  END LOOP;
END $$;
REVOKE DELETE ON stored_file, import_run FROM tessera_app;

-- Files whose time is over, in every network: which, not what is in them.
CREATE POLICY across ON stored_file FOR SELECT TO tessera_definer USING (true);
GRANT SELECT (id, network_id, storage_key, delete_after, removed_at) ON stored_file TO tessera_definer;
-- Taking back a card that an import made: only one that no network uses.
CREATE POLICY across_import ON institution FOR ALL TO tessera_definer USING (true) WITH CHECK (true);
CREATE POLICY across_import ON membership FOR SELECT TO tessera_definer USING (true);
GRANT SELECT, DELETE ON institution TO tessera_definer;
GRANT SELECT ON membership TO tessera_definer;

GRANT CREATE ON SCHEMA app TO tessera_definer;
CREATE FUNCTION app.due_files(real_now timestamptz)
  RETURNS TABLE (network_id uuid, file_id uuid, storage_key text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT f.network_id, f.id, f.storage_key FROM public.stored_file f
        WHERE app.door() = 'platform' AND f.removed_at IS NULL AND f.delete_after <= real_now LIMIT 1000 $$;
CREATE FUNCTION app.withdraw_cards(ids uuid[]) RETURNS SETOF uuid
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ DELETE FROM public.institution i WHERE i.id = ANY (ids) AND app.door() = 'register'
          AND NOT EXISTS (SELECT 1 FROM public.membership m WHERE m.institution_id = i.id) RETURNING i.id $$;
ALTER FUNCTION app.due_files(timestamptz) OWNER TO tessera_definer;
ALTER FUNCTION app.withdraw_cards(uuid[]) OWNER TO tessera_definer;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;
REVOKE ALL ON FUNCTION app.due_files(timestamptz), app.withdraw_cards(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.due_files(timestamptz), app.withdraw_cards(uuid[]) TO tessera_app, tessera_definer;
