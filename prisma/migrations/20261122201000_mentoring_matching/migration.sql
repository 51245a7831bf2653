-- Matching and handing over: who is not suggested to whom, and where the notes of a relation came from (docs/decisions/025).

-- AlterTable
ALTER TABLE "mentor_profile" ADD COLUMN     "gender" TEXT;

-- AlterTable
ALTER TABLE "mentoring_relation" ADD COLUMN     "closure_comment" BYTEA,
ADD COLUMN     "do_notes_travel" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "predecessor_id" UUID;

-- CreateTable
CREATE TABLE "mentoring_ruled_out" (
    "network_id" UUID NOT NULL,
    "mentee_id" UUID NOT NULL,
    "mentor_id" UUID NOT NULL,
    "is_declined" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mentoring_ruled_out_pkey" PRIMARY KEY ("network_id","mentee_id","mentor_id")
);

-- CreateIndex
CREATE INDEX "mentoring_ruled_out_network_id_mentor_id_idx" ON "mentoring_ruled_out"("network_id", "mentor_id");

-- CreateIndex
CREATE INDEX "mentoring_relation_network_id_predecessor_id_idx" ON "mentoring_relation"("network_id", "predecessor_id");

-- AddForeignKey
ALTER TABLE "mentoring_relation" ADD CONSTRAINT "mentoring_relation_network_id_predecessor_id_fkey" FOREIGN KEY ("network_id", "predecessor_id") REFERENCES "mentoring_relation"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_ruled_out" ADD CONSTRAINT "mentoring_ruled_out_network_id_mentee_id_fkey" FOREIGN KEY ("network_id", "mentee_id") REFERENCES "mentee_profile"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_ruled_out" ADD CONSTRAINT "mentoring_ruled_out_network_id_mentor_id_fkey" FOREIGN KEY ("network_id", "mentor_id") REFERENCES "mentor_profile"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE mentor_profile ADD CONSTRAINT mentor_profile_gender CHECK (gender IN ('female', 'male'));
ALTER TABLE mentoring_relation
  ADD CONSTRAINT mentoring_relation_closure_comment_sealed CHECK (app.is_sealed(closure_comment)),
  ADD CONSTRAINT mentoring_relation_handover CHECK (predecessor_id <> id AND (predecessor_id IS NOT NULL OR NOT do_notes_travel));

ALTER TABLE mentoring_ruled_out ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentoring_ruled_out FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON mentoring_ruled_out FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mentoring_ruled_out TO tessera_app;
