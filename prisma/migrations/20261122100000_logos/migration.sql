-- The logo of a funder.

-- AlterTable
ALTER TABLE "funder" ADD COLUMN     "logo_id" UUID;

-- AddForeignKey
ALTER TABLE "funder" ADD CONSTRAINT "funder_network_id_logo_id_fkey" FOREIGN KEY ("network_id", "logo_id") REFERENCES "stored_file"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE stored_file DROP CONSTRAINT stored_file_kind,
  ADD CONSTRAINT stored_file_kind CHECK (kind IN ('import', 'logo'));

-- Who sees the funder sees its logo.
CREATE POLICY along_with_funder ON stored_file FOR SELECT TO tessera_app USING (kind = 'logo' AND EXISTS (
  SELECT 1 FROM funder f WHERE f.network_id = stored_file.network_id AND f.logo_id = stored_file.id));
