-- Supervision of mentors (docs/decisions/037).

-- CreateTable
CREATE TABLE "supervision_meeting" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "led_by_id" UUID NOT NULL,
    "supervision_themes" BYTEA,
    "nonce" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "reminded_at" TIMESTAMPTZ(3),
    "purged_at" TIMESTAMPTZ(3),

    CONSTRAINT "supervision_meeting_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "supervision_mentor" (
    "network_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "mentor_id" UUID NOT NULL,

    CONSTRAINT "supervision_mentor_pkey" PRIMARY KEY ("network_id","meeting_id","mentor_id")
);

-- CreateIndex
CREATE INDEX "supervision_meeting_network_id_state_day_idx" ON "supervision_meeting"("network_id", "state", "day");

-- CreateIndex
CREATE UNIQUE INDEX "supervision_meeting_network_id_nonce_key" ON "supervision_meeting"("network_id", "nonce");

-- CreateIndex
CREATE INDEX "supervision_mentor_network_id_mentor_id_idx" ON "supervision_mentor"("network_id", "mentor_id");

-- AddForeignKey
ALTER TABLE "supervision_meeting" ADD CONSTRAINT "supervision_meeting_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_mentor" ADD CONSTRAINT "supervision_mentor_network_id_meeting_id_fkey" FOREIGN KEY ("network_id", "meeting_id") REFERENCES "supervision_meeting"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_mentor" ADD CONSTRAINT "supervision_mentor_network_id_mentor_id_fkey" FOREIGN KEY ("network_id", "mentor_id") REFERENCES "mentor_profile"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE supervision_meeting
  ADD CONSTRAINT supervision_meeting_state CHECK (state IN ('planned', 'held', 'cancelled')),
  ADD CONSTRAINT supervision_meeting_kind CHECK (kind IN ('group', 'single')),
  ADD CONSTRAINT supervision_meeting_themes_sealed CHECK (app.is_sealed(supervision_themes));

ALTER TABLE supervision_meeting ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_meeting FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON supervision_meeting FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON supervision_meeting TO tessera_app;

ALTER TABLE supervision_mentor ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_mentor FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON supervision_mentor FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON supervision_mentor TO tessera_app;
