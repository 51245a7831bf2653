-- The level of risk of a relation, one row for each change (docs/decisions/055).

-- CreateTable
CREATE TABLE "relation_risk" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "relation_id" UUID NOT NULL,
    "nth" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "risk_reason" BYTEA,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "set_by_id" UUID NOT NULL,

    CONSTRAINT "relation_risk_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "relation_risk_network_id_relation_id_nth_key" ON "relation_risk"("network_id", "relation_id", "nth");

-- AddForeignKey
ALTER TABLE "relation_risk" ADD CONSTRAINT "relation_risk_network_id_relation_id_fkey" FOREIGN KEY ("network_id", "relation_id") REFERENCES "mentoring_relation"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE relation_risk
  ADD CONSTRAINT relation_risk_nth CHECK (nth > 0),
  ADD CONSTRAINT relation_risk_level CHECK (level IN ('low', 'raised', 'high')),
  ADD CONSTRAINT relation_risk_risk_reason_sealed CHECK (app.is_sealed(risk_reason));

-- What is high is counted on each start page of a coordinator.
CREATE INDEX relation_risk_high ON relation_risk (network_id) WHERE level = 'high';

ALTER TABLE relation_risk ENABLE ROW LEVEL SECURITY;
ALTER TABLE relation_risk FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON relation_risk FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON relation_risk TO tessera_app;
