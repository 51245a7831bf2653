-- Who took part online says so by mail: when they were asked stands at the half-day, what they said among the proofs.

-- AlterTable
ALTER TABLE "training_session" ADD COLUMN     "presence_asked_at" TIMESTAMPTZ(3);

ALTER TABLE attendance_evidence DROP CONSTRAINT attendance_evidence_kind,
  ADD CONSTRAINT attendance_evidence_kind CHECK (kind IN ('scanned_list', 'drawn_signature', 'email_confirmation'));
ALTER TABLE attendance_change DROP CONSTRAINT attendance_change_way,
  ADD CONSTRAINT attendance_change_way CHECK (way IN ('sheet', 'check_in', 'undo', 'walk_in', 'mail'));
