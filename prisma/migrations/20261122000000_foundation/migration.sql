-- CreateTable
CREATE TABLE "domain_event" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "object_kind" TEXT NOT NULL,
    "object_id" UUID NOT NULL,
    "actor_id" UUID,
    "payload" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "delivered_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "failure" TEXT NOT NULL DEFAULT '',
    "round" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "domain_event_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "person_id" UUID,
    "language" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "provider_id" TEXT,
    "error" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "name_order" TEXT NOT NULL DEFAULT 'given_first',
    "language" TEXT,
    "state" TEXT NOT NULL DEFAULT 'active',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login" (
    "person_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "login_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "device" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_token" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "login_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "institution" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "locality" TEXT NOT NULL DEFAULT '',
    "county" TEXT NOT NULL DEFAULT '',
    "country" TEXT NOT NULL DEFAULT '',
    "website" TEXT NOT NULL DEFAULT '',
    "languages" TEXT[],
    "verified_at" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL DEFAULT 'verified',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "institution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "institution_text" (
    "institution_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "institution_text_pkey" PRIMARY KEY ("institution_id","language")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "track" TEXT NOT NULL DEFAULT '',
    "is_guest" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL DEFAULT 'active',
    "is_public" BOOLEAN NOT NULL DEFAULT true,
    "joined_on" DATE,
    "left_on" DATE,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "role_assignment" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "institution_id" UUID,
    "role" TEXT NOT NULL,
    "capabilities" TEXT[],
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3),

    CONSTRAINT "role_assignment_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "institution_id" UUID,
    "language" TEXT,
    "invited_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "network" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parent_id" UUID,
    "default_language" TEXT NOT NULL,
    "interface_languages" TEXT[],
    "content_languages" TEXT[],
    "accent" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "country" TEXT,
    "state" TEXT NOT NULL DEFAULT 'active',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "clock_offset" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "network_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "network_text" (
    "network_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "network_text_pkey" PRIMARY KEY ("network_id","language")
);

-- CreateTable
CREATE TABLE "network_link" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "other_network_id" UUID NOT NULL,
    "shared_modules" TEXT[],
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "network_link_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "share" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "recipient_network_id" UUID NOT NULL,
    "object_kind" TEXT NOT NULL,
    "object_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),
    "is_active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "share_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "phase" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "participant_form" TEXT NOT NULL DEFAULT 'none',
    "is_public" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "phase_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "funder" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "phase_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "funder_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "budget_line" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "phase_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "is_public" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "budget_line_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "training" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'training',
    "theme" TEXT NOT NULL,
    "audience" TEXT NOT NULL DEFAULT 'institution_staff',
    "mode" TEXT NOT NULL,
    "venue" TEXT NOT NULL DEFAULT '',
    "languages" TEXT[],
    "time_zone" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "capacity" INTEGER NOT NULL,
    "quota_per_institution" INTEGER,
    "quota_release_at" TIMESTAMPTZ(3),
    "promotion" TEXT NOT NULL DEFAULT 'automatic',
    "offer_hours" INTEGER NOT NULL DEFAULT 48,
    "reg_opens_at" TIMESTAMPTZ(3),
    "reg_closes_at" TIMESTAMPTZ(3),
    "cancel_deadline_hours" INTEGER NOT NULL DEFAULT 48,
    "workload_minutes" INTEGER NOT NULL,
    "attendance_threshold" INTEGER NOT NULL DEFAULT 100,
    "visibility" TEXT NOT NULL DEFAULT 'public',
    "state" TEXT NOT NULL DEFAULT 'draft',
    "cancel_reason" TEXT NOT NULL DEFAULT '',
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "next_queue" INTEGER NOT NULL DEFAULT 1,
    "taken_count" INTEGER NOT NULL DEFAULT 0,
    "waiting_count" INTEGER NOT NULL DEFAULT 0,
    "honoured_count" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "training_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "training_text" (
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "outcomes" TEXT[],

    CONSTRAINT "training_text_pkey" PRIMARY KEY ("network_id","training_id","language")
);

-- CreateTable
CREATE TABLE "training_session" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "half_day" TEXT NOT NULL,
    "room" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "training_session_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "training_trainer" (
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "training_trainer_pkey" PRIMARY KEY ("network_id","training_id","person_id")
);

-- CreateTable
CREATE TABLE "participant" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "institution_id" UUID,
    "person_id" UUID,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "name_order" TEXT NOT NULL DEFAULT 'given_first',
    "email" TEXT,
    "job_title" TEXT NOT NULL DEFAULT '',
    "language" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "participant_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "registration" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "institution_id" UUID,
    "submitted_by_id" UUID,
    "request_key" UUID NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "registration_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "seat" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "institution_id" UUID,
    "participant_id" UUID,
    "state" TEXT NOT NULL,
    "queue" INTEGER NOT NULL,
    "offered_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "seat_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "attendance_record" (
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "marked_by_id" UUID,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attendance_record_pkey" PRIMARY KEY ("network_id","session_id","seat_id")
);

-- CreateTable
CREATE TABLE "certificate" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "verify_code" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,
    "language" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'issued',
    "is_name_shown" BOOLEAN NOT NULL DEFAULT false,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_by_id" UUID,
    "revoked_at" TIMESTAMPTZ(3),
    "revoke_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "certificate_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateIndex
CREATE INDEX "domain_event_network_id_at_idx" ON "domain_event"("network_id", "at");

-- CreateIndex
CREATE INDEX "domain_event_network_id_object_id_idx" ON "domain_event"("network_id", "object_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_network_id_event_id_kind_email_key" ON "message"("network_id", "event_id", "kind", "email");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "login_token_person_id_idx" ON "login_token"("person_id");

-- CreateIndex
CREATE INDEX "rate_limit_expire_idx" ON "rate_limit"("expire");

-- CreateIndex
CREATE INDEX "membership_institution_id_idx" ON "membership"("institution_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_network_id_institution_id_key" ON "membership"("network_id", "institution_id");

-- CreateIndex
CREATE INDEX "role_assignment_network_id_person_id_idx" ON "role_assignment"("network_id", "person_id");

-- CreateIndex
CREATE INDEX "role_assignment_person_id_idx" ON "role_assignment"("person_id");

-- CreateIndex
CREATE INDEX "role_assignment_network_id_institution_id_idx" ON "role_assignment"("network_id", "institution_id");

-- CreateIndex
CREATE INDEX "invitation_network_id_email_idx" ON "invitation"("network_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "network_code_key" ON "network"("code");

-- CreateIndex
CREATE INDEX "network_parent_id_idx" ON "network"("parent_id");

-- CreateIndex
CREATE INDEX "network_link_other_network_id_idx" ON "network_link"("other_network_id");

-- CreateIndex
CREATE UNIQUE INDEX "network_link_network_id_other_network_id_key" ON "network_link"("network_id", "other_network_id");

-- CreateIndex
CREATE INDEX "share_recipient_network_id_object_id_idx" ON "share"("recipient_network_id", "object_id");

-- CreateIndex
CREATE UNIQUE INDEX "share_network_id_recipient_network_id_object_id_key" ON "share"("network_id", "recipient_network_id", "object_id");

-- CreateIndex
CREATE UNIQUE INDEX "funder_network_id_phase_id_order_key" ON "funder"("network_id", "phase_id", "order");

-- CreateIndex
CREATE UNIQUE INDEX "budget_line_network_id_phase_id_kind_key" ON "budget_line"("network_id", "phase_id", "kind");

-- CreateIndex
CREATE INDEX "training_network_id_starts_at_idx" ON "training"("network_id", "starts_at");

-- CreateIndex
CREATE INDEX "training_network_id_state_starts_at_idx" ON "training"("network_id", "state", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "training_network_id_code_key" ON "training"("network_id", "code");

-- CreateIndex
CREATE INDEX "training_session_network_id_training_id_starts_at_idx" ON "training_session"("network_id", "training_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "training_session_network_id_training_id_id_key" ON "training_session"("network_id", "training_id", "id");

-- CreateIndex
CREATE INDEX "training_trainer_network_id_person_id_idx" ON "training_trainer"("network_id", "person_id");

-- CreateIndex
CREATE INDEX "participant_network_id_institution_id_idx" ON "participant"("network_id", "institution_id");

-- CreateIndex
CREATE INDEX "participant_network_id_person_id_idx" ON "participant"("network_id", "person_id");

-- CreateIndex
CREATE INDEX "registration_network_id_training_id_idx" ON "registration"("network_id", "training_id");

-- CreateIndex
CREATE INDEX "registration_network_id_institution_id_idx" ON "registration"("network_id", "institution_id");

-- CreateIndex
CREATE INDEX "registration_network_id_submitted_by_id_idx" ON "registration"("network_id", "submitted_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "registration_network_id_training_id_id_key" ON "registration"("network_id", "training_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "registration_network_id_request_key_key" ON "registration"("network_id", "request_key");

-- CreateIndex
CREATE INDEX "seat_network_id_registration_id_idx" ON "seat"("network_id", "registration_id");

-- CreateIndex
CREATE INDEX "seat_network_id_institution_id_idx" ON "seat"("network_id", "institution_id");

-- CreateIndex
CREATE INDEX "seat_network_id_participant_id_idx" ON "seat"("network_id", "participant_id");

-- CreateIndex
CREATE UNIQUE INDEX "seat_network_id_training_id_id_key" ON "seat"("network_id", "training_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "seat_network_id_training_id_queue_key" ON "seat"("network_id", "training_id", "queue");

-- CreateIndex
CREATE INDEX "attendance_record_network_id_training_id_idx" ON "attendance_record"("network_id", "training_id");

-- CreateIndex
CREATE INDEX "attendance_record_network_id_seat_id_idx" ON "attendance_record"("network_id", "seat_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_verify_code_key" ON "certificate"("verify_code");

-- CreateIndex
CREATE INDEX "certificate_network_id_training_id_idx" ON "certificate"("network_id", "training_id");

-- CreateIndex
CREATE INDEX "certificate_network_id_participant_id_idx" ON "certificate"("network_id", "participant_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_network_id_seat_id_key" ON "certificate"("network_id", "seat_id");

-- AddForeignKey
ALTER TABLE "domain_event" ADD CONSTRAINT "domain_event_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_network_id_event_id_fkey" FOREIGN KEY ("network_id", "event_id") REFERENCES "domain_event"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "login" ADD CONSTRAINT "login_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "login_token" ADD CONSTRAINT "login_token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "institution_text" ADD CONSTRAINT "institution_text_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_network_id_institution_id_fkey" FOREIGN KEY ("network_id", "institution_id") REFERENCES "membership"("network_id", "institution_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_network_id_institution_id_fkey" FOREIGN KEY ("network_id", "institution_id") REFERENCES "membership"("network_id", "institution_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network" ADD CONSTRAINT "network_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_text" ADD CONSTRAINT "network_text_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_link" ADD CONSTRAINT "network_link_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_link" ADD CONSTRAINT "network_link_other_network_id_fkey" FOREIGN KEY ("other_network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share" ADD CONSTRAINT "share_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share" ADD CONSTRAINT "share_recipient_network_id_fkey" FOREIGN KEY ("recipient_network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phase" ADD CONSTRAINT "phase_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funder" ADD CONSTRAINT "funder_network_id_phase_id_fkey" FOREIGN KEY ("network_id", "phase_id") REFERENCES "phase"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_line" ADD CONSTRAINT "budget_line_network_id_phase_id_fkey" FOREIGN KEY ("network_id", "phase_id") REFERENCES "phase"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training" ADD CONSTRAINT "training_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_text" ADD CONSTRAINT "training_text_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_session" ADD CONSTRAINT "training_session_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_trainer" ADD CONSTRAINT "training_trainer_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_trainer" ADD CONSTRAINT "training_trainer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_network_id_institution_id_fkey" FOREIGN KEY ("network_id", "institution_id") REFERENCES "membership"("network_id", "institution_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_network_id_institution_id_fkey" FOREIGN KEY ("network_id", "institution_id") REFERENCES "membership"("network_id", "institution_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_network_id_training_id_registration_id_fkey" FOREIGN KEY ("network_id", "training_id", "registration_id") REFERENCES "registration"("network_id", "training_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_network_id_institution_id_fkey" FOREIGN KEY ("network_id", "institution_id") REFERENCES "membership"("network_id", "institution_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_network_id_participant_id_fkey" FOREIGN KEY ("network_id", "participant_id") REFERENCES "participant"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_record" ADD CONSTRAINT "attendance_record_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_record" ADD CONSTRAINT "attendance_record_network_id_training_id_session_id_fkey" FOREIGN KEY ("network_id", "training_id", "session_id") REFERENCES "training_session"("network_id", "training_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_record" ADD CONSTRAINT "attendance_record_network_id_training_id_seat_id_fkey" FOREIGN KEY ("network_id", "training_id", "seat_id") REFERENCES "seat"("network_id", "training_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_network_id_training_id_seat_id_fkey" FOREIGN KEY ("network_id", "training_id", "seat_id") REFERENCES "seat"("network_id", "training_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_network_id_participant_id_fkey" FOREIGN KEY ("network_id", "participant_id") REFERENCES "participant"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


