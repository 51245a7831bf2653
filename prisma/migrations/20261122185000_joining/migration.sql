-- An institution asks from outside to join a network. The register learns of it only when a coordinator admits it.

-- CreateTable
CREATE TABLE "membership_application" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_language" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "county" TEXT NOT NULL,
    "locality" TEXT NOT NULL,
    "website" TEXT NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "name_order" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "job_title" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "reviewed_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "decision" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "institution_id" UUID,

    CONSTRAINT "membership_application_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateIndex
CREATE INDEX "membership_application_network_id_confirmed_at_idx" ON "membership_application"("network_id", "confirmed_at");

-- CreateIndex
CREATE INDEX "membership_application_network_id_email_idx" ON "membership_application"("network_id", "email");

-- CreateIndex
CREATE INDEX "membership_application_network_id_institution_id_idx" ON "membership_application"("network_id", "institution_id");

-- AddForeignKey
ALTER TABLE "membership_application" ADD CONSTRAINT "membership_application_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_application" ADD CONSTRAINT "membership_application_network_id_institution_id_fkey" FOREIGN KEY ("network_id", "institution_id") REFERENCES "membership"("network_id", "institution_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Only what was confirmed is looked at; a decision has its moment, and what was admitted stands in the register.
ALTER TABLE membership_application
  ADD CONSTRAINT membership_application_email_lower CHECK (email = lower(email)),
  ADD CONSTRAINT membership_application_name_order CHECK (name_order IN ('given_first', 'family_first')),
  ADD CONSTRAINT membership_application_decision CHECK (decision IN ('admitted', 'declined')),
  ADD CONSTRAINT membership_application_decided CHECK ((decision IS NULL) = (decided_at IS NULL)),
  ADD CONSTRAINT membership_application_confirmed
    CHECK (confirmed_at IS NOT NULL OR (reviewed_at IS NULL AND decided_at IS NULL)),
  ADD CONSTRAINT membership_application_admitted
    CHECK ((decision IS NOT DISTINCT FROM 'admitted') = (institution_id IS NOT NULL));

ALTER TABLE membership_application ENABLE ROW LEVEL SECURITY;
ALTER TABLE membership_application FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON membership_application FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON membership_application TO tessera_app;
