-- An agreement is signed by each party of a relation for themselves (docs/decisions/058).

-- CreateTable
CREATE TABLE "relation_signature" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "relation_id" UUID NOT NULL,
    "mentee_id" UUID,
    "language" TEXT NOT NULL,
    "version" INTEGER,
    "is_interpreted" BOOLEAN NOT NULL DEFAULT false,
    "manner" TEXT NOT NULL,
    "signed_on" DATE NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL,
    "noted_by_id" UUID,

    CONSTRAINT "relation_signature_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "relation_signature_network_id_relation_id_mentee_id_key" ON "relation_signature"("network_id", "relation_id", "mentee_id");

-- AddForeignKey
ALTER TABLE "relation_signature" ADD CONSTRAINT "relation_signature_network_id_programme_id_relation_id_fkey" FOREIGN KEY ("network_id", "programme_id", "relation_id") REFERENCES "mentoring_relation"("network_id", "programme_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation_signature" ADD CONSTRAINT "relation_signature_network_id_relation_id_mentee_id_fkey" FOREIGN KEY ("network_id", "relation_id", "mentee_id") REFERENCES "mentoring_relation_mentee"("network_id", "relation_id", "mentee_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation_signature" ADD CONSTRAINT "relation_signature_network_id_programme_id_language_versio_fkey" FOREIGN KEY ("network_id", "programme_id", "language", "version") REFERENCES "mentoring_agreement_text"("network_id", "programme_id", "language", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- `together`: one click noted the signature of all, before each party signed for themselves.
ALTER TABLE relation_signature
  ADD CONSTRAINT relation_signature_manner CHECK (manner IN ('own', 'paper', 'oral', 'together')),
  ADD CONSTRAINT relation_signature_noted_by CHECK (manner = 'together' OR noted_by_id IS NOT NULL),
  ADD CONSTRAINT relation_signature_mentor CHECK (mentee_id IS NOT NULL OR manner IN ('own', 'together'));

-- The mentor, the one party that is no mentee, signs once as well.
CREATE UNIQUE INDEX relation_signature_of_mentor ON relation_signature (network_id, relation_id) WHERE mentee_id IS NULL;

-- What one person noted until now stands as the signature of everybody who belonged to the relation then, and says by whom.
ALTER TABLE mentoring_relation NO FORCE ROW LEVEL SECURITY;
ALTER TABLE mentoring_relation_mentee NO FORCE ROW LEVEL SECURITY;
ALTER TABLE mentee_profile NO FORCE ROW LEVEL SECURITY;
ALTER TABLE domain_event NO FORCE ROW LEVEL SECURITY;
ALTER TABLE network NO FORCE ROW LEVEL SECURITY;
WITH signed AS (
  SELECT r.network_id, r.programme_id, r.id AS relation_id, r.agreement_language, r.agreement_version, r.agreement_interpreter,
    r.agreement_signed_at, r.ended_at, (r.agreement_signed_at AT TIME ZONE n.time_zone)::date AS signed_on,
    (SELECT e.actor_id FROM domain_event e WHERE e.network_id = r.network_id AND e.object_id = r.id
       AND e.kind = 'mentoring.agreement_signed' ORDER BY e.at DESC LIMIT 1) AS noted_by_id
  FROM mentoring_relation r JOIN network n ON n.id = r.network_id
  WHERE r.agreement_signed_at IS NOT NULL AND r.agreement_language IS NOT NULL AND r.purged_at IS NULL
), party AS (
  SELECT s.*, NULL::uuid AS mentee_id FROM signed s
  UNION ALL
  SELECT s.*, m.mentee_id FROM signed s
  JOIN mentoring_relation_mentee m ON m.network_id = s.network_id AND m.relation_id = s.relation_id
  JOIN mentee_profile p ON p.network_id = s.network_id AND p.id = m.mentee_id
  WHERE p.purged_at IS NULL AND (m.left_on IS NULL OR m.left_on > s.signed_on
    OR (m.left_on = s.signed_on AND coalesce(p.ended_at, s.ended_at) >= s.agreement_signed_at))
)
INSERT INTO relation_signature (id, network_id, programme_id, relation_id, mentee_id, language, version, is_interpreted, manner,
  signed_on, noted_at, noted_by_id)
SELECT gen_random_uuid(), network_id, programme_id, relation_id, mentee_id, agreement_language, agreement_version,
  agreement_interpreter, 'together', signed_on, agreement_signed_at, noted_by_id FROM party;
ALTER TABLE mentoring_relation FORCE ROW LEVEL SECURITY;
ALTER TABLE mentoring_relation_mentee FORCE ROW LEVEL SECURITY;
ALTER TABLE mentee_profile FORCE ROW LEVEL SECURITY;
ALTER TABLE domain_event FORCE ROW LEVEL SECURITY;
ALTER TABLE network FORCE ROW LEVEL SECURITY;

-- AlterTable
ALTER TABLE "mentoring_relation" DROP CONSTRAINT "mentoring_relation_network_id_programme_id_agreement_langu_fkey";
ALTER TABLE "mentoring_relation" DROP COLUMN "agreement_interpreter",
DROP COLUMN "agreement_language",
DROP COLUMN "agreement_signed_at",
DROP COLUMN "agreement_version";

ALTER TABLE relation_signature ENABLE ROW LEVEL SECURITY;
ALTER TABLE relation_signature FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON relation_signature FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
-- A signature is given once: nobody changes one. It goes when its time is over.
GRANT SELECT, INSERT, DELETE ON relation_signature TO tessera_app;

-- A relation is signed as soon as nobody in it is missing: with the last signature, and when the one who was missing leaves. By
-- triggers, so that no way to either can miss it.
CREATE FUNCTION app.close_signing() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE mentoring_relation r SET state = 'agreement_signed'
    WHERE r.network_id = NEW.network_id AND r.id = NEW.relation_id AND r.state = 'accepted_by_both'
      AND EXISTS (SELECT 1 FROM mentoring_relation_mentee m WHERE m.network_id = r.network_id AND m.relation_id = r.id AND m.left_on IS NULL)
      AND EXISTS (SELECT 1 FROM relation_signature s WHERE s.network_id = r.network_id AND s.relation_id = r.id AND s.mentee_id IS NULL)
      AND NOT EXISTS (SELECT 1 FROM mentoring_relation_mentee m WHERE m.network_id = r.network_id AND m.relation_id = r.id
        AND m.left_on IS NULL AND NOT EXISTS (SELECT 1 FROM relation_signature s WHERE s.network_id = r.network_id
          AND s.relation_id = r.id AND s.mentee_id = m.mentee_id));
  RETURN NULL;
END $$;
CREATE TRIGGER close_signing AFTER INSERT ON relation_signature FOR EACH ROW EXECUTE FUNCTION app.close_signing();
CREATE TRIGGER close_signing AFTER UPDATE OF left_on ON mentoring_relation_mentee
  FOR EACH ROW WHEN (OLD.left_on IS NULL AND NEW.left_on IS NOT NULL) EXECUTE FUNCTION app.close_signing();
REVOKE ALL ON FUNCTION app.close_signing() FROM PUBLIC;
