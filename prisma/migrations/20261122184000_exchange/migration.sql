-- Exchange events: guests from partner networks, a quota for each origin, and what institutions take home.

-- AlterTable
ALTER TABLE "share" ADD COLUMN     "takes_guests" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "seat" ADD COLUMN     "origin" TEXT;

-- CreateTable
CREATE TABLE "guest_registration" (
    "network_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "origin_network_id" UUID NOT NULL,
    "contact_name" TEXT NOT NULL,
    "contact_email" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "guest_registration_pkey" PRIMARY KEY ("network_id","registration_id")
);

-- CreateTable
CREATE TABLE "away_registration" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "host_network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "away_registration_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "takeaway" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "learned" TEXT NOT NULL,
    "adopts" TEXT NOT NULL DEFAULT '',
    "adopt_by" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "takeaway_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "guest_registration_network_id_training_id_registration_id_key" ON "guest_registration"("network_id", "training_id", "registration_id");

-- CreateIndex
CREATE UNIQUE INDEX "away_registration_network_id_registration_id_key" ON "away_registration"("network_id", "registration_id");

-- CreateIndex
CREATE INDEX "away_registration_network_id_institution_id_idx" ON "away_registration"("network_id", "institution_id");

-- CreateIndex
CREATE INDEX "takeaway_network_id_training_id_idx" ON "takeaway"("network_id", "training_id");

-- AddForeignKey
ALTER TABLE "guest_registration" ADD CONSTRAINT "guest_registration_network_id_training_id_registration_id_fkey" FOREIGN KEY ("network_id", "training_id", "registration_id") REFERENCES "registration"("network_id", "training_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guest_registration" ADD CONSTRAINT "guest_registration_origin_network_id_fkey" FOREIGN KEY ("origin_network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "away_registration" ADD CONSTRAINT "away_registration_network_id_institution_id_fkey" FOREIGN KEY ("network_id", "institution_id") REFERENCES "membership"("network_id", "institution_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "away_registration" ADD CONSTRAINT "away_registration_host_network_id_fkey" FOREIGN KEY ("host_network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "takeaway" ADD CONSTRAINT "takeaway_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "takeaway" ADD CONSTRAINT "takeaway_network_id_institution_id_fkey" FOREIGN KEY ("network_id", "institution_id") REFERENCES "membership"("network_id", "institution_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE seat ADD CONSTRAINT seat_origin CHECK (origin <> '');
ALTER TABLE training_quota DROP CONSTRAINT training_quota_scope;
ALTER TABLE training_quota
  ADD CONSTRAINT training_quota_scope CHECK (scope IN ('mode', 'language', 'institution_kind', 'origin'));
ALTER TABLE guest_registration ADD CONSTRAINT guest_registration_from_elsewhere CHECK (origin_network_id <> network_id);
ALTER TABLE away_registration ADD CONSTRAINT away_registration_elsewhere CHECK (host_network_id <> network_id);
ALTER TABLE takeaway ADD CONSTRAINT takeaway_learned CHECK (learned <> '');

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['guest_registration', 'away_registration', 'takeaway'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_network ON public.%I FOR ALL TO tessera_app
      USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()))', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON guest_registration, away_registration TO tessera_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON takeaway TO tessera_app;
