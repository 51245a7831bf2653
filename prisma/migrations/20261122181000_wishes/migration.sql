-- A place that is wanted once, on any of several dates.

-- AlterTable
ALTER TABLE "training" ADD COLUMN     "has_wishes" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "seat" ADD COLUMN     "wish_id" UUID;

-- CreateTable
CREATE TABLE "seat_wish" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "training_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "seat_wish_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "seat_wish_date" (
    "network_id" UUID NOT NULL,
    "wish_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,

    CONSTRAINT "seat_wish_date_pkey" PRIMARY KEY ("network_id","wish_id","training_id")
);

-- CreateIndex
CREATE INDEX "seat_network_id_wish_id_idx" ON "seat"("network_id", "wish_id");

-- CreateIndex
CREATE INDEX "seat_wish_network_id_training_id_idx" ON "seat_wish"("network_id", "training_id");

-- CreateIndex
CREATE INDEX "seat_wish_date_network_id_training_id_idx" ON "seat_wish_date"("network_id", "training_id");

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_network_id_wish_id_fkey" FOREIGN KEY ("network_id", "wish_id") REFERENCES "seat_wish"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_wish" ADD CONSTRAINT "seat_wish_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_wish_date" ADD CONSTRAINT "seat_wish_date_network_id_wish_id_fkey" FOREIGN KEY ("network_id", "wish_id") REFERENCES "seat_wish"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_wish_date" ADD CONSTRAINT "seat_wish_date_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE seat_wish ENABLE ROW LEVEL SECURITY;
ALTER TABLE seat_wish FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON seat_wish FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON seat_wish TO tessera_app;

ALTER TABLE seat_wish_date ENABLE ROW LEVEL SECURITY;
ALTER TABLE seat_wish_date FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON seat_wish_date FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON seat_wish_date TO tessera_app;

-- Half-days with a number of places of their own, and seats that cover some of them.

-- AlterTable
ALTER TABLE "training" ADD COLUMN     "chooses_half_days" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "has_session_limits" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "training_session" ADD COLUMN     "capacity" INTEGER;

-- AlterTable
ALTER TABLE "seat" ADD COLUMN     "session_ids" UUID[] DEFAULT ARRAY[]::UUID[];

ALTER TABLE seat ALTER COLUMN session_ids SET NOT NULL;
ALTER TABLE training_session ADD CONSTRAINT training_session_capacity CHECK (capacity BETWEEN 0 AND 100000);
