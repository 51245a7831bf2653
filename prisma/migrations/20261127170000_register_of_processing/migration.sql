-- The register of processing: on which basis a network keeps each kind of record, where it decided itself (docs/decisions/052).

-- CreateTable
CREATE TABLE "processing_entry" (
    "network_id" UUID NOT NULL,
    "area" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "special_basis" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "processing_entry_pkey" PRIMARY KEY ("network_id","area")
);

-- AddForeignKey
ALTER TABLE "processing_entry" ADD CONSTRAINT "processing_entry_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The letters of Art. 6(1) and of Art. 9(2) GDPR.
ALTER TABLE processing_entry
  ADD CONSTRAINT processing_entry_basis CHECK (basis ~ '^[a-f]$'),
  ADD CONSTRAINT processing_entry_special_basis CHECK (special_basis ~ '^[a-j]$'),
  ADD CONSTRAINT processing_entry_note CHECK (length(note) <= 500);

ALTER TABLE processing_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE processing_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON processing_entry FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON processing_entry TO tessera_app;
