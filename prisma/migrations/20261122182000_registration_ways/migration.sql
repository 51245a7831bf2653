-- How one registers: by an institution, alone, by a public link, by invitation; and whether the organiser decides on it.

-- AlterTable
ALTER TABLE "training" ADD COLUMN "needs_approval" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "pending_counts" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN "registration_ways" TEXT[] DEFAULT ARRAY['institution', 'person']::TEXT[];

-- AlterTable
ALTER TABLE "seat" ADD COLUMN "decision_reason" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "registration_link" (
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "registration_link_pkey" PRIMARY KEY ("network_id","training_id")
);

-- CreateTable
CREATE TABLE "seat_request" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "name_order" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "mode" TEXT,
    "seat_language" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "seat_request_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "seat_invitation" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "invited_name" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "sent_count" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "invited_by_id" UUID,

    CONSTRAINT "seat_invitation_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "participant_form" (
    "network_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "received_by_id" UUID,

    CONSTRAINT "participant_form_pkey" PRIMARY KEY ("network_id","seat_id")
);

-- CreateIndex
CREATE INDEX "participant_form_network_id_training_id_idx" ON "participant_form"("network_id", "training_id");

-- AddForeignKey
ALTER TABLE "participant_form" ADD CONSTRAINT "participant_form_network_id_training_id_seat_id_fkey" FOREIGN KEY ("network_id", "training_id", "seat_id") REFERENCES "seat"("network_id", "training_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "seat_request_network_id_training_id_email_idx" ON "seat_request"("network_id", "training_id", "email");

-- CreateIndex
CREATE INDEX "seat_request_network_id_asked_at_idx" ON "seat_request"("network_id", "asked_at");

-- CreateIndex
CREATE INDEX "seat_invitation_network_id_created_at_idx" ON "seat_invitation"("network_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "seat_invitation_network_id_training_id_email_key" ON "seat_invitation"("network_id", "training_id", "email");

-- AddForeignKey
ALTER TABLE "registration_link" ADD CONSTRAINT "registration_link_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_request" ADD CONSTRAINT "seat_request_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_invitation" ADD CONSTRAINT "seat_invitation_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE training ADD CONSTRAINT training_registration_ways
  CHECK (registration_ways <@ ARRAY['institution', 'person', 'link', 'invitation'] AND registration_ways IS NOT NULL);
ALTER TABLE registration_link ADD CONSTRAINT registration_link_round CHECK (round > 0);
ALTER TABLE seat_request ADD CONSTRAINT seat_request_email_lower CHECK (email = lower(email)),
  ADD CONSTRAINT seat_request_name_order CHECK (name_order IN ('given_first', 'family_first'));
ALTER TABLE seat_invitation ADD CONSTRAINT seat_invitation_email_lower CHECK (email = lower(email)),
  ADD CONSTRAINT seat_invitation_sent_count CHECK (sent_count > 0);

-- What was asked for and is not decided yet lives like what waits: `pending` holds a seat, `requested` does not.
ALTER TABLE seat DROP CONSTRAINT seat_state,
  ADD CONSTRAINT seat_state CHECK (state IN ('waiting', 'offered', 'confirmed', 'pending', 'requested', 'cancelled', 'lapsed', 'rejected'));
DROP INDEX seat_one_per_participant;
CREATE UNIQUE INDEX seat_one_per_participant ON seat (network_id, training_id, participant_id)
  WHERE state IN ('waiting', 'offered', 'confirmed', 'pending', 'requested');

-- Who comes by themselves is known by the address, once.
CREATE UNIQUE INDEX participant_once_per_address ON participant (network_id, email)
  WHERE institution_id IS NULL AND email IS NOT NULL;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['registration_link', 'seat_request', 'seat_invitation', 'participant_form'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_network ON %I FOR ALL TO tessera_app
      USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO tessera_app', t);
  END LOOP;
END $$;
