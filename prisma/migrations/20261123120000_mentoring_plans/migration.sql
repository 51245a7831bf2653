-- Plans of mentoring: versions with their tasks, which one a relation follows, and what it has made of it; modules with the
-- trainings in which they are learned.

-- CreateTable
CREATE TABLE "mentoring_plan" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,

    CONSTRAINT "mentoring_plan_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "mentoring_plan_task" (
    "network_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "titles" JSONB NOT NULL,
    "owner" TEXT NOT NULL,
    "after_id" UUID,
    "days" INTEGER NOT NULL,
    "module_id" UUID,

    CONSTRAINT "mentoring_plan_task_pkey" PRIMARY KEY ("network_id","plan_id","task_id")
);

-- CreateTable
CREATE TABLE "mentoring_relation_plan" (
    "network_id" UUID NOT NULL,
    "relation_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,

    CONSTRAINT "mentoring_relation_plan_pkey" PRIMARY KEY ("network_id","relation_id")
);

-- CreateTable
CREATE TABLE "mentoring_task_mark" (
    "network_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "relation_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "done_on" DATE,
    "moved_to" DATE,
    "is_dropped" BOOLEAN NOT NULL DEFAULT false,
    "marked_by_id" UUID,

    CONSTRAINT "mentoring_task_mark_pkey" PRIMARY KEY ("network_id","relation_id","task_id")
);

-- CreateTable
CREATE TABLE "mentoring_module" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "titles" JSONB NOT NULL,

    CONSTRAINT "mentoring_module_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "mentoring_module_training" (
    "network_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "module_id" UUID NOT NULL,

    CONSTRAINT "mentoring_module_training_pkey" PRIMARY KEY ("network_id","programme_id","training_id")
);

-- CreateTable
CREATE TABLE "mentee_participant" (
    "network_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "mentee_id" UUID NOT NULL,

    CONSTRAINT "mentee_participant_pkey" PRIMARY KEY ("network_id","programme_id","participant_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "mentoring_plan_network_id_programme_id_version_key" ON "mentoring_plan"("network_id", "programme_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "mentoring_plan_network_id_programme_id_id_key" ON "mentoring_plan"("network_id", "programme_id", "id");

-- CreateIndex
CREATE INDEX "mentoring_plan_task_network_id_module_id_idx" ON "mentoring_plan_task"("network_id", "module_id");

-- CreateIndex
CREATE INDEX "mentoring_relation_plan_network_id_plan_id_idx" ON "mentoring_relation_plan"("network_id", "plan_id");

-- CreateIndex
CREATE UNIQUE INDEX "mentoring_relation_plan_network_id_programme_id_relation_id_key" ON "mentoring_relation_plan"("network_id", "programme_id", "relation_id");

-- CreateIndex
CREATE UNIQUE INDEX "mentoring_module_network_id_programme_id_id_key" ON "mentoring_module"("network_id", "programme_id", "id");

-- CreateIndex
CREATE INDEX "mentoring_module_training_network_id_module_id_idx" ON "mentoring_module_training"("network_id", "module_id");

-- CreateIndex
CREATE INDEX "mentoring_module_training_network_id_training_id_idx" ON "mentoring_module_training"("network_id", "training_id");

-- CreateIndex
CREATE INDEX "mentee_participant_network_id_mentee_id_idx" ON "mentee_participant"("network_id", "mentee_id");

-- AddForeignKey
ALTER TABLE "mentoring_plan" ADD CONSTRAINT "mentoring_plan_network_id_programme_id_fkey" FOREIGN KEY ("network_id", "programme_id") REFERENCES "mentoring_programme"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_plan_task" ADD CONSTRAINT "mentoring_plan_task_network_id_plan_id_fkey" FOREIGN KEY ("network_id", "plan_id") REFERENCES "mentoring_plan"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_plan_task" ADD CONSTRAINT "mentoring_plan_task_network_id_module_id_fkey" FOREIGN KEY ("network_id", "module_id") REFERENCES "mentoring_module"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_relation_plan" ADD CONSTRAINT "mentoring_relation_plan_network_id_programme_id_relation_i_fkey" FOREIGN KEY ("network_id", "programme_id", "relation_id") REFERENCES "mentoring_relation"("network_id", "programme_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_relation_plan" ADD CONSTRAINT "mentoring_relation_plan_network_id_programme_id_plan_id_fkey" FOREIGN KEY ("network_id", "programme_id", "plan_id") REFERENCES "mentoring_plan"("network_id", "programme_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_task_mark" ADD CONSTRAINT "mentoring_task_mark_network_id_programme_id_relation_id_fkey" FOREIGN KEY ("network_id", "programme_id", "relation_id") REFERENCES "mentoring_relation"("network_id", "programme_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_module" ADD CONSTRAINT "mentoring_module_network_id_programme_id_fkey" FOREIGN KEY ("network_id", "programme_id") REFERENCES "mentoring_programme"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_module_training" ADD CONSTRAINT "mentoring_module_training_network_id_programme_id_module_i_fkey" FOREIGN KEY ("network_id", "programme_id", "module_id") REFERENCES "mentoring_module"("network_id", "programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_module_training" ADD CONSTRAINT "mentoring_module_training_network_id_training_id_fkey" FOREIGN KEY ("network_id", "training_id") REFERENCES "training"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentee_participant" ADD CONSTRAINT "mentee_participant_network_id_programme_id_mentee_id_fkey" FOREIGN KEY ("network_id", "programme_id", "mentee_id") REFERENCES "mentee_profile"("network_id", "programme_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentee_participant" ADD CONSTRAINT "mentee_participant_network_id_participant_id_fkey" FOREIGN KEY ("network_id", "participant_id") REFERENCES "participant"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE mentoring_plan
  ADD CONSTRAINT mentoring_plan_version CHECK (version > 0);
ALTER TABLE mentoring_plan_task
  ADD CONSTRAINT mentoring_plan_task_owner CHECK (owner IN ('mentor', 'mentee', 'coordinator')),
  ADD CONSTRAINT mentoring_plan_task_days CHECK (days BETWEEN -366 AND 3660);
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['mentoring_plan', 'mentoring_plan_task', 'mentoring_relation_plan', 'mentoring_task_mark',
    'mentoring_module', 'mentoring_module_training', 'mentee_participant'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_network ON public.%I FOR ALL TO tessera_app
      USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()))', t);
  END LOOP;
END $$;
-- A plan is written once.
GRANT SELECT, INSERT, DELETE ON mentoring_plan, mentoring_plan_task TO tessera_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON mentoring_relation_plan, mentoring_task_mark, mentoring_module,
  mentoring_module_training, mentee_participant TO tessera_app;
