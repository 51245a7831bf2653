-- Attendance that can be proved: how long somebody was there and what proves it, every change, the lock, the check-in.

-- AlterTable
ALTER TABLE "attendance_record" ADD COLUMN     "evidence" TEXT NOT NULL DEFAULT 'manual',
ADD COLUMN     "in_at" TIMESTAMPTZ(3),
ADD COLUMN     "minutes" INTEGER,
ADD COLUMN     "out_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "attendance_change" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "from_state" TEXT,
    "to_state" TEXT,
    "from_minutes" INTEGER,
    "to_minutes" INTEGER,
    "way" TEXT NOT NULL,
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attendance_change_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "attendance_lock" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "locked_by_id" UUID NOT NULL,
    "locked_at" TIMESTAMPTZ(3) NOT NULL,
    "reopened_by_id" UUID,
    "reopened_at" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "attendance_lock_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "check_in" (
    "network_id" UUID NOT NULL,
    "nonce" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "seat_id" UUID,
    "kind" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "conflict" TEXT,
    "device" UUID NOT NULL,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_by_id" UUID,

    CONSTRAINT "check_in_pkey" PRIMARY KEY ("network_id","nonce")
);

-- CreateIndex
CREATE INDEX "attendance_change_network_id_training_id_changed_at_idx" ON "attendance_change"("network_id", "training_id", "changed_at");

-- CreateIndex
CREATE INDEX "attendance_change_network_id_session_id_idx" ON "attendance_change"("network_id", "session_id");

-- CreateIndex
CREATE INDEX "attendance_change_network_id_seat_id_idx" ON "attendance_change"("network_id", "seat_id");

-- CreateIndex
CREATE INDEX "attendance_lock_network_id_training_id_idx" ON "attendance_lock"("network_id", "training_id");

-- CreateIndex
CREATE INDEX "check_in_network_id_session_id_seat_id_idx" ON "check_in"("network_id", "session_id", "seat_id");

-- CreateIndex
CREATE INDEX "check_in_network_id_training_id_idx" ON "check_in"("network_id", "training_id");

-- CreateIndex
CREATE INDEX "check_in_network_id_seat_id_idx" ON "check_in"("network_id", "seat_id");

-- AddForeignKey
ALTER TABLE "attendance_change" ADD CONSTRAINT "attendance_change_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_change" ADD CONSTRAINT "attendance_change_network_id_training_id_session_id_fkey" FOREIGN KEY ("network_id", "training_id", "session_id") REFERENCES "training_session"("network_id", "training_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_change" ADD CONSTRAINT "attendance_change_network_id_training_id_seat_id_fkey" FOREIGN KEY ("network_id", "training_id", "seat_id") REFERENCES "seat"("network_id", "training_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_lock" ADD CONSTRAINT "attendance_lock_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_lock" ADD CONSTRAINT "attendance_lock_network_id_training_id_session_id_fkey" FOREIGN KEY ("network_id", "training_id", "session_id") REFERENCES "training_session"("network_id", "training_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_network_id_training_id_session_id_fkey" FOREIGN KEY ("network_id", "training_id", "session_id") REFERENCES "training_session"("network_id", "training_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_network_id_training_id_seat_id_fkey" FOREIGN KEY ("network_id", "training_id", "seat_id") REFERENCES "seat"("network_id", "training_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE attendance_record DROP CONSTRAINT attendance_record_state,
  ADD CONSTRAINT attendance_record_state CHECK (state IN ('present', 'partial', 'absent', 'excused')),
  ADD CONSTRAINT attendance_record_minutes CHECK ((state = 'partial') = (minutes IS NOT NULL) AND minutes > 0),
  ADD CONSTRAINT attendance_record_times CHECK (out_at IS NULL OR out_at >= in_at),
  ADD CONSTRAINT attendance_record_evidence CHECK (evidence IN ('manual', 'scan', 'drawn_signature', 'scanned_list',
    'email_confirmation', 'online_log'));
ALTER TABLE attendance_change
  ADD CONSTRAINT attendance_change_moves CHECK ((from_state, from_minutes) IS DISTINCT FROM (to_state, to_minutes)),
  ADD CONSTRAINT attendance_change_way CHECK (way IN ('sheet', 'check_in', 'undo'));
ALTER TABLE attendance_lock
  ADD CONSTRAINT attendance_lock_reopened CHECK ((reopened_at IS NULL) = (reopened_by_id IS NULL)
    AND (reopened_at IS NULL) = (btrim(reason) = ''));
-- A half-day is locked once at a time.
CREATE UNIQUE INDEX attendance_lock_holds ON attendance_lock (network_id, session_id) WHERE reopened_at IS NULL;
ALTER TABLE check_in
  ADD CONSTRAINT check_in_kind CHECK (kind IN ('in', 'undo')),
  ADD CONSTRAINT check_in_result CHECK (result IN ('ok', 'already', 'wrong_session', 'wrong_day', 'cancelled', 'waiting',
    'not_approved', 'unknown', 'ambiguous')),
  ADD CONSTRAINT check_in_conflict CHECK (conflict IN ('seat_cancelled', 'devices_disagree', 'marked_otherwise', 'locked'));

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['attendance_change', 'attendance_lock', 'check_in'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_network ON public.%I FOR ALL TO tessera_app
      USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()))', t);
  END LOOP;
END $$;
-- The trail and the log of scans are added to, never changed; of a lock, only that it was opened again.
GRANT SELECT, INSERT ON attendance_change, check_in TO tessera_app;
GRANT SELECT, INSERT, UPDATE ON attendance_lock TO tessera_app;
