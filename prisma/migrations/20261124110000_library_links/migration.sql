-- Where the links of the library lead, and addresses that were replaced everywhere.

-- AlterTable
ALTER TABLE "resource_item" ADD COLUMN     "replacement_id" UUID;

-- CreateTable
CREATE TABLE "link_check" (
    "network_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'new',
    "reason" TEXT NOT NULL DEFAULT '',
    "moved_to" TEXT NOT NULL DEFAULT '',
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "looked_at" TIMESTAMPTZ(3),
    "failing_since" TIMESTAMPTZ(3),
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "link_check_pkey" PRIMARY KEY ("network_id","key")
);

-- CreateTable
CREATE TABLE "link_replacement" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "old_url" TEXT NOT NULL,
    "new_url" TEXT NOT NULL,
    "resources" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "link_replacement_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateIndex
CREATE INDEX "link_check_network_id_due_at_idx" ON "link_check"("network_id", "due_at");

-- CreateIndex
CREATE INDEX "resource_item_network_id_replacement_id_idx" ON "resource_item"("network_id", "replacement_id");

-- AddForeignKey
ALTER TABLE "resource_item" ADD CONSTRAINT "resource_item_network_id_replacement_id_fkey" FOREIGN KEY ("network_id", "replacement_id") REFERENCES "link_replacement"("network_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_check" ADD CONSTRAINT "link_check_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_replacement" ADD CONSTRAINT "link_replacement_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE link_check
  ADD CONSTRAINT link_check_state CHECK (state IN ('new', 'works', 'moved', 'failing', 'broken')),
  ADD CONSTRAINT link_check_failing CHECK ((failing_since IS NOT NULL) = (state IN ('failing', 'broken'))),
  ADD CONSTRAINT link_check_moved CHECK ((moved_to <> '') = (state = 'moved')),
  ADD CONSTRAINT link_check_told CHECK (told_at IS NULL OR state = 'broken');
ALTER TABLE link_replacement ADD CONSTRAINT link_replacement_two CHECK (old_url <> new_url);
ALTER TABLE resource_item ADD CONSTRAINT resource_item_replaced CHECK (replacement_id IS NULL OR url <> '');

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['link_check', 'link_replacement'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_network ON public.%I FOR ALL TO tessera_app
      USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO tessera_app', t);
  END LOOP;
END $$;
