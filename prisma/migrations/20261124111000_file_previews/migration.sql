-- What files of the library look like.

-- CreateTable
CREATE TABLE "file_preview" (
    "network_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "width" INTEGER NOT NULL DEFAULT 0,
    "height" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "file_preview_pkey" PRIMARY KEY ("network_id","file_id")
);

-- AddForeignKey
ALTER TABLE "file_preview" ADD CONSTRAINT "file_preview_network_id_file_id_fkey" FOREIGN KEY ("network_id", "file_id") REFERENCES "stored_file"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;


ALTER TABLE file_preview
  ADD CONSTRAINT file_preview_state CHECK (state IN ('drawn', 'none')),
  ADD CONSTRAINT file_preview_size CHECK ((state = 'drawn') = (width > 0) AND (state = 'drawn') = (height > 0));
ALTER TABLE file_preview ENABLE ROW LEVEL SECURITY;
ALTER TABLE file_preview FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON file_preview FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
-- Whoever reads the file sees what it looks like.
CREATE POLICY along_with_file ON file_preview FOR SELECT TO tessera_app USING (EXISTS (
  SELECT 1 FROM stored_file f WHERE f.network_id = file_preview.network_id AND f.id = file_preview.file_id));
GRANT SELECT, INSERT, UPDATE, DELETE ON file_preview TO tessera_app;
