-- The coordinator approves plans and closings of relations, where a programme asks for it (docs/decisions/056).

-- AlterTable
ALTER TABLE "mentoring_programme" ADD COLUMN     "plan_approval" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "relation_approval" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "relation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'requested',
    "goal_ids" UUID[],
    "moved_from" TEXT,
    "plan_text" BYTEA,
    "request_words" BYTEA,
    "decision_words" BYTEA,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,

    CONSTRAINT "relation_approval_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateIndex
CREATE INDEX "relation_approval_network_id_relation_id_idx" ON "relation_approval"("network_id", "relation_id");

-- AddForeignKey
ALTER TABLE "relation_approval" ADD CONSTRAINT "relation_approval_network_id_relation_id_fkey" FOREIGN KEY ("network_id", "relation_id") REFERENCES "mentoring_relation"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was sent lies here only as long as somebody has to decide about it.
ALTER TABLE relation_approval
  ADD CONSTRAINT relation_approval_kind CHECK (kind IN ('plan', 'closing')),
  ADD CONSTRAINT relation_approval_state CHECK (state IN ('requested', 'approved', 'sent_back', 'taken_back', 'not_needed')),
  ADD CONSTRAINT relation_approval_moved_from CHECK (moved_from IN ('active', 'paused', 'closing')),
  ADD CONSTRAINT relation_approval_decided CHECK ((state = 'requested') = (decided_at IS NULL)),
  ADD CONSTRAINT relation_approval_plan_open CHECK (plan_text IS NULL OR (kind = 'plan' AND state = 'requested')),
  ADD CONSTRAINT relation_approval_plan_text_sealed CHECK (app.is_sealed(plan_text)),
  ADD CONSTRAINT relation_approval_request_words_sealed CHECK (app.is_sealed(request_words)),
  ADD CONSTRAINT relation_approval_decision_words_sealed CHECK (app.is_sealed(decision_words));

-- Of each kind one waits; what waits is counted on each start page of a coordinator.
CREATE UNIQUE INDEX relation_approval_open ON relation_approval (network_id, relation_id, kind) WHERE state = 'requested';

ALTER TABLE relation_approval ENABLE ROW LEVEL SECURITY;
ALTER TABLE relation_approval FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON relation_approval FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON relation_approval TO tessera_app;

-- What waits is not needed any more when the relation ends, when it goes on without having been closed, and, as a plan, when
-- one of its mentees leaves. By triggers, so that no way to any of them can miss it.
CREATE FUNCTION app.end_approvals_of_relation() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE relation_approval SET state = 'not_needed', plan_text = NULL, decided_at = coalesce(NEW.ended_at, now())
    WHERE network_id = NEW.network_id AND relation_id = NEW.id AND state = 'requested'
      AND (kind = 'closing' OR NEW.ended_at IS NOT NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER end_approvals AFTER UPDATE OF state, ended_at ON mentoring_relation
  FOR EACH ROW WHEN ((OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) OR (OLD.state = 'closing' AND NEW.state <> 'closing'))
  EXECUTE FUNCTION app.end_approvals_of_relation();
REVOKE ALL ON FUNCTION app.end_approvals_of_relation() FROM PUBLIC;

CREATE FUNCTION app.end_approvals_of_part() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE relation_approval SET state = 'not_needed', plan_text = NULL, decided_at = now()
    WHERE network_id = NEW.network_id AND relation_id = NEW.relation_id AND kind = 'plan' AND state = 'requested';
  RETURN NULL;
END $$;
CREATE TRIGGER end_approvals AFTER UPDATE OF left_on ON mentoring_relation_mentee
  FOR EACH ROW WHEN (OLD.left_on IS NULL AND NEW.left_on IS NOT NULL) EXECUTE FUNCTION app.end_approvals_of_part();
REVOKE ALL ON FUNCTION app.end_approvals_of_part() FROM PUBLIC;
