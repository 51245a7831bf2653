-- Where a certificate stands in the status list of its network's badges. One sequence for all of them: an index is never
-- given twice, and nobody waits for anybody to get one.

-- AlterTable
ALTER TABLE "certificate" ADD COLUMN     "status_index" SERIAL NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "certificate_network_id_status_index_key" ON "certificate"("network_id", "status_index");

GRANT USAGE ON SEQUENCE certificate_status_index_seq TO tessera_app;
