-- A network begins like another one (docs/decisions/051).

-- CreateTable
CREATE TABLE "pattern_run" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "kinds" TEXT[],
    "state" TEXT NOT NULL DEFAULT 'running',
    "is_offered" BOOLEAN NOT NULL,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "pattern_run_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "pattern_item" (
    "network_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "source_key" TEXT NOT NULL,
    "object_id" UUID,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "mark" TEXT NOT NULL DEFAULT '',
    "words" JSONB,
    "before" JSONB,

    CONSTRAINT "pattern_item_pkey" PRIMARY KEY ("network_id","run_id","kind","source_key")
);

-- AddForeignKey
ALTER TABLE "pattern_run" ADD CONSTRAINT "pattern_run_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pattern_run" ADD CONSTRAINT "pattern_run_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pattern_item" ADD CONSTRAINT "pattern_item_network_id_run_id_fkey" FOREIGN KEY ("network_id", "run_id") REFERENCES "pattern_run"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE pattern_run
  ADD CONSTRAINT pattern_run_state CHECK (state IN ('running', 'done', 'failed', 'undone')),
  ADD CONSTRAINT pattern_run_progress CHECK (progress BETWEEN 0 AND 100),
  ADD CONSTRAINT pattern_run_two CHECK (network_id <> source_id);
ALTER TABLE pattern_item
  ADD CONSTRAINT pattern_item_outcome CHECK (outcome IN ('copied', 'skipped', 'left_out', 'waiting', 'taken')),
  ADD CONSTRAINT pattern_item_waits CHECK (outcome <> 'waiting' OR words IS NOT NULL);

-- Of two at once for one network, one wins.
CREATE UNIQUE INDEX pattern_run_one ON pattern_run (network_id) WHERE state = 'running';

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['pattern_run', 'pattern_item'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_network ON public.%I FOR ALL TO tessera_app
      USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO tessera_app', t);
  END LOOP;
END $$;
