-- Messages that can be looked up and sent again.

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "message_network_id_created_at_idx" ON "message"("network_id", "created_at");
