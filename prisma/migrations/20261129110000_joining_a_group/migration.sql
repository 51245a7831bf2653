-- A mentee comes into a group that already meets (docs/decisions/060).

-- AlterTable
ALTER TABLE "mentoring_relation" ADD COLUMN     "joins_id" UUID;

-- AlterTable
ALTER TABLE "mentoring_relation_mentee" ADD COLUMN     "came_later" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "mentoring_relation_network_id_joins_id_idx" ON "mentoring_relation"("network_id", "joins_id");

-- AddForeignKey
ALTER TABLE "mentoring_relation" ADD CONSTRAINT "mentoring_relation_network_id_programme_id_joins_id_fkey" FOREIGN KEY ("network_id", "programme_id", "joins_id") REFERENCES "mentoring_relation"("network_id", "programme_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- It is a proposal and nothing else: with the last yes the mentees are in the group, and the row is gone.
ALTER TABLE mentoring_relation
  ADD CONSTRAINT mentoring_relation_joins CHECK (joins_id IS NULL OR (state IN ('proposed', 'ended_early') AND joins_id <> id));

-- Those in a living relation who may still have to sign.
CREATE INDEX mentoring_relation_mentee_came_later ON mentoring_relation_mentee (network_id, relation_id)
  WHERE came_later AND left_on IS NULL;

-- Whoever was asked into a group is asked no more when it ends, on whatever way.
CREATE FUNCTION app.end_joining() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE mentoring_relation_mentee m SET left_on = greatest(m.joined_on, coalesce(NEW.ended_at, now())::date)
    FROM mentoring_relation r WHERE r.network_id = NEW.network_id AND r.joins_id = NEW.id AND r.state = 'proposed'
      AND m.network_id = r.network_id AND m.relation_id = r.id AND m.left_on IS NULL;
  UPDATE mentoring_relation SET state = 'ended_early', ended_at = coalesce(NEW.ended_at, now())
    WHERE network_id = NEW.network_id AND joins_id = NEW.id AND state = 'proposed';
  RETURN NULL;
END $$;
CREATE TRIGGER end_joining AFTER UPDATE OF state ON mentoring_relation FOR EACH ROW
  WHEN (NEW.state IN ('completed', 'ended_early', 'rematched') AND OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION app.end_joining();
REVOKE ALL ON FUNCTION app.end_joining() FROM PUBLIC;
