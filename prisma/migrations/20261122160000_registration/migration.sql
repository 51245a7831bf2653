-- What people need in order to take part.

-- CreateTable
CREATE TABLE "support_need" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "participant_id" UUID,
    "need" BYTEA NOT NULL,
    "kind_mark" BYTEA NOT NULL,
    "is_met" BOOLEAN NOT NULL DEFAULT false,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by_id" UUID,

    CONSTRAINT "support_need_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateIndex
CREATE INDEX "support_need_network_id_training_id_idx" ON "support_need"("network_id", "training_id");

-- CreateIndex
CREATE INDEX "support_need_network_id_participant_id_idx" ON "support_need"("network_id", "participant_id");

-- CreateIndex
CREATE UNIQUE INDEX "support_need_network_id_seat_id_kind_mark_key" ON "support_need"("network_id", "seat_id", "kind_mark");

-- AddForeignKey
ALTER TABLE "support_need" ADD CONSTRAINT "support_need_network_id_training_id_seat_id_fkey" FOREIGN KEY ("network_id", "training_id", "seat_id") REFERENCES "seat"("network_id", "training_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_need" ADD CONSTRAINT "support_need_network_id_participant_id_fkey" FOREIGN KEY ("network_id", "participant_id") REFERENCES "participant"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE support_need
  ADD CONSTRAINT support_need_need_sealed CHECK (app.is_sealed(need)),
  ADD CONSTRAINT support_need_kind_mark CHECK (octet_length(kind_mark) = 32);

ALTER TABLE support_need ENABLE ROW LEVEL SECURITY;
ALTER TABLE support_need FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON support_need FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON support_need TO tessera_app;
