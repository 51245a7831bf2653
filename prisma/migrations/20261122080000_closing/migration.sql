-- The end of a network: four eyes, a package, a time to think, and deletion in stages.

-- CreateTable
CREATE TABLE "network_closing" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'asked',
    "reason" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by_id" UUID,
    "confirmed_as" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "state_before" TEXT NOT NULL,
    "asker_half" BYTEA,
    "asker_shown_at" TIMESTAMPTZ(3),
    "confirmer_half" BYTEA,
    "confirmer_shown_at" TIMESTAMPTZ(3),
    "package_percent" INTEGER NOT NULL DEFAULT 0,
    "package_made_at" TIMESTAMPTZ(3),
    "package_size" BIGINT NOT NULL DEFAULT 0,
    "package_sha256" TEXT NOT NULL DEFAULT '',
    "downloads" INTEGER NOT NULL DEFAULT 0,
    "delete_after" TIMESTAMPTZ(3),
    "deletion_begun_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "progress" JSONB NOT NULL,

    CONSTRAINT "network_closing_pkey" PRIMARY KEY ("network_id","id")
);

-- AddForeignKey
ALTER TABLE "network_closing" ADD CONSTRAINT "network_closing_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE network_closing
  ADD CONSTRAINT network_closing_state CHECK (state IN ('asked', 'confirmed', 'deleting', 'closed', 'withdrawn')),
  ADD CONSTRAINT network_closing_four_eyes CHECK (confirmed_by_id <> asked_by_id),
  ADD CONSTRAINT network_closing_reason CHECK (btrim(reason) <> '' OR state = 'closed'),
  ADD CONSTRAINT network_closing_confirmed_as CHECK (confirmed_as IN ('coordinator', 'operator')),
  ADD CONSTRAINT network_closing_confirmed CHECK (state IN ('asked', 'withdrawn') OR (confirmed_by_id IS NOT NULL
    AND confirmed_as IS NOT NULL AND confirmed_at IS NOT NULL AND delete_after IS NOT NULL)),
  ADD CONSTRAINT network_closing_deleting CHECK (state NOT IN ('deleting', 'closed') OR (downloads > 0 AND deletion_begun_at IS NOT NULL)),
  ADD CONSTRAINT network_closing_closed CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
  ADD CONSTRAINT network_closing_withdrawn CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL)),
  ADD CONSTRAINT network_closing_percent CHECK (package_percent BETWEEN 0 AND 100),
  ADD CONSTRAINT network_closing_asker_half_sealed CHECK (app.is_sealed(asker_half)),
  ADD CONSTRAINT network_closing_confirmer_half_sealed CHECK (app.is_sealed(confirmer_half));
-- A network is closed once at a time.
CREATE UNIQUE INDEX network_closing_open ON network_closing (network_id) WHERE state <> 'withdrawn';

ALTER TABLE network_closing ENABLE ROW LEVEL SECURITY;
ALTER TABLE network_closing FORCE ROW LEVEL SECURITY;
CREATE POLICY own_network ON network_closing FOR ALL TO tessera_app
  USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()));
GRANT SELECT, INSERT, UPDATE ON network_closing TO tessera_app;

-- Between confirmation and the end a network is read by its members and by nobody else.
ALTER TABLE network DROP CONSTRAINT network_state,
  ADD CONSTRAINT network_state CHECK (state IN ('draft', 'active', 'suspended', 'closing', 'closed', 'archived'));

-- What a closing shows the operator and the schedule: never who, never what is in a network.
CREATE POLICY across ON network_closing FOR SELECT TO tessera_definer USING (true);
GRANT SELECT ON network_closing TO tessera_definer;

GRANT CREATE ON SCHEMA app TO tessera_definer;

CREATE FUNCTION app.closings_of_all()
  RETURNS TABLE (network_id uuid, id uuid, state text, reason text, asked_at timestamptz, confirmed_at timestamptz,
    confirmed_as text, package_made_at timestamptz, downloads int, delete_after timestamptz, closed_at timestamptz,
    asked_by uuid, confirmed_by uuid, is_half_shown boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT c.network_id, c.id, c.state, c.reason, c.asked_at, c.confirmed_at, c.confirmed_as, c.package_made_at,
          c.downloads, c.delete_after, c.closed_at, c.asked_by_id, c.confirmed_by_id, c.confirmer_shown_at IS NOT NULL
        FROM public.network_closing c WHERE app.door() = 'platform' AND c.state <> 'withdrawn' $$;

-- What the schedule has to do: delete what is due or begun, and remove the package of a closing that was taken back.
CREATE FUNCTION app.due_closings(real_now timestamptz) RETURNS TABLE (network_id uuid, closing_id uuid, state text, clock_offset int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT c.network_id, c.id, c.state, n.clock_offset FROM public.network_closing c JOIN public.network n ON n.id = c.network_id
        WHERE app.door() = 'platform' AND (c.state = 'deleting'
          OR (c.state = 'confirmed' AND c.delete_after <= real_now AND c.downloads > 0)
          OR (c.state = 'withdrawn' AND c.package_size > 0)) $$;

-- People whom this network knows and no other one does. Only ids, and only for the network of the transaction.
CREATE FUNCTION app.people_only_here() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    SELECT p.id FROM public.person p
    WHERE app.door() = 'platform' AND p.state <> 'anonymised'
      AND (p.id IN (SELECT r.person_id FROM public.role_assignment r WHERE r.network_id = app.network_id())
        OR p.id IN (SELECT c.person_id FROM public.participant c WHERE c.network_id = app.network_id())
        OR p.id IN (SELECT c.person_id FROM public.consent_record c WHERE c.network_id = app.network_id())
        OR p.id IN (SELECT c.person_id FROM public.training_trainer c WHERE c.network_id = app.network_id()))
      AND NOT EXISTS (SELECT FROM public.role_assignment r WHERE r.person_id = p.id AND r.network_id <> app.network_id())
      AND NOT EXISTS (SELECT FROM public.participant c WHERE (c.person_id = p.id OR c.email = p.email) AND c.network_id <> app.network_id())
      AND NOT EXISTS (SELECT FROM public.consent_record c WHERE c.person_id = p.id AND c.network_id <> app.network_id())
      AND NOT EXISTS (SELECT FROM public.training_trainer c WHERE c.person_id = p.id AND c.network_id <> app.network_id())
      AND NOT EXISTS (SELECT FROM public.invitation i WHERE i.email = p.email AND i.network_id <> app.network_id()) $$;

-- The cards that this network keeps: those that others show too, and those that nobody shows after it.
CREATE FUNCTION app.closing_cards() RETURNS TABLE (passed int, removed int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT (count(*) FILTER (WHERE k.is_shared))::int, (count(*) FILTER (WHERE NOT k.is_shared))::int
        FROM (SELECT EXISTS (SELECT FROM public.membership m WHERE m.institution_id = i.id AND m.network_id <> app.network_id()) AS is_shared
          FROM public.institution i WHERE i.keeper_network_id = app.network_id()) k $$;

-- Hands over the cards of a network that is being deleted: each to the network that has shown it the longest. A card
-- that nobody shows is removed, unless another card names it.
CREATE FUNCTION app.release_cards() RETURNS int
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ DECLARE gone int; BEGIN
    IF NOT EXISTS (SELECT FROM public.network_closing c WHERE c.network_id = app.network_id() AND c.state = 'deleting') THEN
      RAISE EXCEPTION 'this network is not being deleted';
    END IF;
    UPDATE public.institution i SET keeper_network_id = (
        SELECT m.network_id FROM public.membership m JOIN public.network n ON n.id = m.network_id
        WHERE m.institution_id = i.id AND m.network_id <> app.network_id() AND n.state = 'active' AND m.state = 'active' AND m.is_public
        ORDER BY m.joined_on NULLS LAST, m.id LIMIT 1)
      WHERE i.keeper_network_id = app.network_id()
        AND EXISTS (SELECT FROM public.membership m WHERE m.institution_id = i.id AND m.network_id <> app.network_id());
    LOOP
      DELETE FROM public.institution i WHERE i.keeper_network_id = app.network_id()
        AND NOT EXISTS (SELECT FROM public.membership m WHERE m.institution_id = i.id)
        AND NOT EXISTS (SELECT FROM public.institution o WHERE o.parent_id = i.id OR o.merged_into_id = i.id);
      GET DIAGNOSTICS gone = ROW_COUNT;
      EXIT WHEN gone = 0;
    END LOOP;
    UPDATE public.institution i SET keeper_network_id = NULL WHERE i.keeper_network_id = app.network_id();
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
  END $$;
GRANT UPDATE (keeper_network_id) ON institution TO tessera_definer;

-- Deletes some rows of one table, of a network that is being deleted and of no other.
CREATE FUNCTION app.delete_closing_rows(of_table text, most int) RETURNS int
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ DECLARE fields text; gone int; BEGIN
    IF NOT EXISTS (SELECT FROM public.network_closing c WHERE c.network_id = app.network_id() AND c.state = 'deleting') THEN
      RAISE EXCEPTION 'this network is not being deleted';
    END IF;
    SELECT string_agg(format('%I', a.attname), ', ' ORDER BY a.attnum) INTO fields
      FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
      WHERE i.indisprimary AND i.indrelid = to_regclass(format('public.%I', of_table));
    IF fields IS NULL OR of_table IN ('network_closing', 'network_key') THEN
      RAISE EXCEPTION 'no table of a network: %', of_table;
    END IF;
    EXECUTE format('DELETE FROM public.%I WHERE (%s) IN (SELECT %s FROM public.%I WHERE network_id = app.network_id()%s LIMIT %s)',
      of_table, fields, fields, of_table, CASE of_table WHEN 'domain_event' THEN ' AND kind NOT LIKE ''closing.%''' ELSE '' END, most);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
  END $$;

ALTER FUNCTION app.closings_of_all() OWNER TO tessera_definer;
ALTER FUNCTION app.due_closings(timestamptz) OWNER TO tessera_definer;
ALTER FUNCTION app.people_only_here() OWNER TO tessera_definer;
ALTER FUNCTION app.closing_cards() OWNER TO tessera_definer;
ALTER FUNCTION app.release_cards() OWNER TO tessera_definer;
ALTER FUNCTION app.delete_closing_rows(text, int) OWNER TO tessera_definer;

-- A training of a network that closes is shared no more; when the closing is taken back it is shared again.
CREATE OR REPLACE FUNCTION app.is_shared_training(owner_id uuid, shared_id uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT EXISTS (
    SELECT FROM public.share s
    JOIN public.training t ON t.network_id = s.network_id AND t.id = s.object_id
    JOIN public.network n ON n.id = s.network_id
    JOIN public.network_link l ON l.network_id = s.network_id AND l.other_network_id = s.recipient_network_id
    WHERE s.network_id = owner_id AND s.object_id = shared_id AND s.recipient_network_id = app.network_id() AND s.is_active
      AND n.state NOT IN ('closing', 'closed', 'archived')
      AND app.is_shown(t.state) AND l.state = 'accepted' AND 'trainings' = ANY (l.shared_modules)
      AND (l.valid_until IS NULL OR l.valid_until > now() + make_interval(secs => n.clock_offset))) $$;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;

-- Every table that carries a network, with how many rows of it the network of the transaction has that a closing deletes.
CREATE FUNCTION app.network_rows() RETURNS TABLE (name text, kept int)
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public
  AS $$ DECLARE t text; BEGIN
    FOR t IN SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'network_id'
      WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname NOT IN ('network_closing', 'network_key') ORDER BY 1
    LOOP
      name := t;
      EXECUTE format('SELECT count(*)::int FROM public.%I WHERE network_id = app.network_id()%s', t,
        CASE t WHEN 'domain_event' THEN ' AND kind NOT LIKE ''closing.%''' ELSE '' END) INTO kept;
      RETURN NEXT;
    END LOOP;
  END $$;

-- Lets `app.delete_closing_rows` reach every table that carries a network. Run again after each migration, so that a
-- later table joins by itself.
CREATE FUNCTION app.open_tables_to_closing() RETURNS int
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public
  AS $$ DECLARE t record; opened int := 0; BEGIN
    FOR t IN SELECT c.relname AS name, string_agg(format('%I', k.attname), ', ') AS fields
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'network_id'
      JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
      JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = ANY (i.indkey)
      WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname NOT IN ('network_closing', 'network_key')
        AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'closing')
      GROUP BY c.relname
    LOOP
      EXECUTE format('CREATE POLICY closing ON public.%I FOR ALL TO tessera_definer
        USING (network_id = (SELECT app.network_id())) WITH CHECK (false)', t.name);
      EXECUTE format('GRANT DELETE, SELECT (%s) ON public.%I TO tessera_definer', t.fields, t.name);
      opened := opened + 1;
    END LOOP;
    RETURN opened;
  END $$;
SELECT app.open_tables_to_closing();

REVOKE ALL ON FUNCTION app.closings_of_all(), app.due_closings(timestamptz), app.people_only_here(), app.closing_cards(),
  app.release_cards(), app.delete_closing_rows(text, int), app.network_rows(), app.open_tables_to_closing() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.closings_of_all(), app.due_closings(timestamptz), app.people_only_here(), app.closing_cards(),
  app.release_cards(), app.delete_closing_rows(text, int), app.network_rows() TO tessera_app;
