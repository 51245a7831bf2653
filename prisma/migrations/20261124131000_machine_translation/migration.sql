-- CreateTable
CREATE TABLE "machine_year" (
    "network_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "reserved" INTEGER NOT NULL DEFAULT 0,
    "used" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "machine_year_pkey" PRIMARY KEY ("network_id","year")
);

-- CreateTable
CREATE TABLE "machine_order" (
    "network_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "request_key" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "reserved" INTEGER NOT NULL,
    "used" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "machine_order_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "machine_item" (
    "network_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "object_id" UUID NOT NULL,
    "source_version" INTEGER NOT NULL,
    "characters" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',

    CONSTRAINT "machine_item_pkey" PRIMARY KEY ("network_id","order_id","kind","object_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "machine_order_network_id_request_key_key" ON "machine_order"("network_id", "request_key");

-- AddForeignKey
ALTER TABLE "machine_year" ADD CONSTRAINT "machine_year_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "machine_order" ADD CONSTRAINT "machine_order_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "machine_item" ADD CONSTRAINT "machine_item_network_id_order_id_fkey" FOREIGN KEY ("network_id", "order_id") REFERENCES "machine_order"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE machine_year ADD CONSTRAINT machine_year_characters CHECK (reserved >= 0 AND used >= 0);
ALTER TABLE machine_order
  ADD CONSTRAINT machine_order_state CHECK (state IN ('waiting', 'done', 'stopped')),
  ADD CONSTRAINT machine_order_characters CHECK (reserved > 0 AND used >= 0);
ALTER TABLE machine_item
  ADD CONSTRAINT machine_item_kind CHECK (kind IN ('network', 'training', 'programme', 'resource')),
  ADD CONSTRAINT machine_item_state CHECK (state IN ('waiting', 'written', 'left')),
  ADD CONSTRAINT machine_item_characters CHECK (characters > 0 AND source_version > 0);

ALTER TABLE machine_year ENABLE ROW LEVEL SECURITY;
ALTER TABLE machine_year FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON machine_year FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON machine_year TO tessera_app;
ALTER TABLE machine_order ENABLE ROW LEVEL SECURITY;
ALTER TABLE machine_order FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON machine_order FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON machine_order TO tessera_app;
ALTER TABLE machine_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE machine_item FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON machine_item FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON machine_item TO tessera_app;
