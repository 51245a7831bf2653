-- Roles that hold for a time, for one object, and with capabilities; deactivation; what a role asks of its holder.

-- AlterTable
ALTER TABLE "role_assignment" ADD COLUMN     "assigned_by_id" UUID,
ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "deactivation_id" UUID,
ADD COLUMN     "object_id" UUID,
ADD COLUMN     "object_kind" TEXT,
ADD COLUMN     "origin" TEXT NOT NULL DEFAULT 'assigned',
ADD COLUMN     "until_before" TIMESTAMPTZ(3),
ADD COLUMN     "waits_since" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "invitation" ADD COLUMN     "invited_name" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "last_sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "sent_count" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "role_capability" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "role_assignment_id" UUID NOT NULL,
    "capability" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3),
    "granted_by_id" UUID,

    CONSTRAINT "role_capability_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "deactivation" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "training_ids" UUID[],
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "deactivation_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "prerequisite_kind" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "roles" TEXT[],
    "valid_months" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "prerequisite_kind_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "prerequisite_record" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "kind_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "issued_on" DATE NOT NULL,
    "expires_on" DATE,
    "evidence_note" BYTEA,
    "checked_by_id" UUID,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "told_soon_at" TIMESTAMPTZ(3),
    "told_lapsed_at" TIMESTAMPTZ(3),

    CONSTRAINT "prerequisite_record_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateIndex
CREATE INDEX "role_capability_network_id_role_assignment_id_idx" ON "role_capability"("network_id", "role_assignment_id");

-- CreateIndex
CREATE INDEX "deactivation_network_id_person_id_idx" ON "deactivation"("network_id", "person_id");

-- CreateIndex
CREATE INDEX "prerequisite_record_network_id_person_id_idx" ON "prerequisite_record"("network_id", "person_id");

-- CreateIndex
CREATE INDEX "prerequisite_record_network_id_kind_id_idx" ON "prerequisite_record"("network_id", "kind_id");

-- CreateIndex
CREATE INDEX "role_assignment_network_id_deactivation_id_idx" ON "role_assignment"("network_id", "deactivation_id");

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_network_id_deactivation_id_fkey" FOREIGN KEY ("network_id", "deactivation_id") REFERENCES "deactivation"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_capability" ADD CONSTRAINT "role_capability_network_id_role_assignment_id_fkey" FOREIGN KEY ("network_id", "role_assignment_id") REFERENCES "role_assignment"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deactivation" ADD CONSTRAINT "deactivation_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deactivation" ADD CONSTRAINT "deactivation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prerequisite_kind" ADD CONSTRAINT "prerequisite_kind_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prerequisite_record" ADD CONSTRAINT "prerequisite_record_network_id_kind_id_fkey" FOREIGN KEY ("network_id", "kind_id") REFERENCES "prerequisite_kind"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prerequisite_record" ADD CONSTRAINT "prerequisite_record_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Capabilities become rows with a validity of their own. The owner of a table is bound by its forced policies, too.
ALTER TABLE role_assignment NO FORCE ROW LEVEL SECURITY;
INSERT INTO role_capability (id, network_id, role_assignment_id, capability, valid_from, valid_until)
  SELECT gen_random_uuid(), r.network_id, r.id, c.name, r.valid_from, r.valid_until
  FROM role_assignment r CROSS JOIN LATERAL unnest(r.capabilities) AS c(name);
ALTER TABLE role_assignment DROP COLUMN capabilities;
ALTER TABLE role_assignment FORCE ROW LEVEL SECURITY;

ALTER TABLE role_assignment
  ADD CONSTRAINT role_assignment_object CHECK ((object_kind IS NULL) = (object_id IS NULL) AND object_kind IN ('training')),
  ADD CONSTRAINT role_assignment_validity CHECK (valid_until >= valid_from),
  ADD CONSTRAINT role_assignment_origin CHECK (origin IN ('assigned', 'invited')),
  ADD CONSTRAINT role_assignment_waiting CHECK (waits_since IS NULL OR valid_until = valid_from);
ALTER TABLE role_capability
  ADD CONSTRAINT role_capability_validity CHECK (valid_until >= valid_from),
  ADD CONSTRAINT role_capability_name CHECK (capability IN ('legal_reviewer', 'case_worker', 'safeguarding_lead',
    'data_protection_officer', 'finance_viewer', 'good_practice_admin')
    OR capability ~ '^(translation_verifier|interpreter|group_leader):[a-z]{2,3}$');
ALTER TABLE deactivation ADD CONSTRAINT deactivation_kind CHECK (kind IN ('deactivated', 'left'));
ALTER TABLE prerequisite_kind
  ADD CONSTRAINT prerequisite_kind_code CHECK (code IN ('background_check', 'safeguarding_training', 'confidentiality_declaration',
    'first_aid', 'other')),
  ADD CONSTRAINT prerequisite_kind_name CHECK ((code = 'other') = (name <> ''));
ALTER TABLE prerequisite_record ADD CONSTRAINT prerequisite_record_dates CHECK (expires_on >= issued_on);

DROP INDEX role_assignment_once;
CREATE UNIQUE INDEX role_assignment_once ON role_assignment
  (network_id, person_id, role, coalesce(institution_id, '00000000-0000-0000-0000-000000000000'::uuid),
   coalesce(object_id, '00000000-0000-0000-0000-000000000000'::uuid))
  WHERE valid_until IS NULL;
-- One person has one deactivation that can be undone.
CREATE UNIQUE INDEX deactivation_open ON deactivation (network_id, person_id) WHERE undone_at IS NULL;
CREATE UNIQUE INDEX prerequisite_kind_once ON prerequisite_kind (network_id, code, name) WHERE retired_at IS NULL;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['role_capability', 'deactivation', 'prerequisite_kind', 'prerequisite_record'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_network ON public.%I FOR ALL TO tessera_app
      USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()))', t);
  END LOOP;
END $$;
CREATE POLICY along_with_role ON role_capability FOR SELECT TO tessera_app USING (EXISTS (
  SELECT 1 FROM role_assignment r WHERE r.network_id = role_capability.network_id AND r.id = role_capability.role_assignment_id
    AND r.person_id = (SELECT app.person_id())));

-- History is kept: nothing of this is deleted.
GRANT SELECT, INSERT, UPDATE ON role_capability, deactivation, prerequisite_kind, prerequisite_record TO tessera_app;
