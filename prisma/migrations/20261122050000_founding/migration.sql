-- Founding, settings with inheritance, moves in the tree, partner links that end.

-- AlterTable
ALTER TABLE "network_link" ADD COLUMN     "valid_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "network_setting" (
    "network_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "is_inherited" BOOLEAN NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "network_setting_pkey" PRIMARY KEY ("network_id","key")
);

-- CreateTable
CREATE TABLE "network_move" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "old_parent_id" UUID,
    "new_parent_id" UUID NOT NULL,
    "is_asked_by_child" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'requested',
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "network_move_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "heartbeat" (
    "process" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "heartbeat_pkey" PRIMARY KEY ("process")
);

-- CreateIndex
CREATE INDEX "network_move_new_parent_id_idx" ON "network_move"("new_parent_id");

-- AddForeignKey
ALTER TABLE "network_setting" ADD CONSTRAINT "network_setting_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_move" ADD CONSTRAINT "network_move_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_move" ADD CONSTRAINT "network_move_new_parent_id_fkey" FOREIGN KEY ("new_parent_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_move" ADD CONSTRAINT "network_move_old_parent_id_fkey" FOREIGN KEY ("old_parent_id") REFERENCES "network"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE network_link DROP CONSTRAINT network_link_state,
  ADD CONSTRAINT network_link_state CHECK (state IN ('proposed', 'accepted', 'declined', 'withdrawn', 'revoked'));
ALTER TABLE network_move
  ADD CONSTRAINT network_move_state CHECK (state IN ('requested', 'accepted', 'declined', 'withdrawn')),
  ADD CONSTRAINT network_move_decided CHECK ((state = 'requested') = (decided_at IS NULL)),
  ADD CONSTRAINT network_move_two CHECK (network_id <> new_parent_id);
-- A network is asked about one move at a time.
CREATE UNIQUE INDEX network_move_open ON network_move (network_id) WHERE state = 'requested';

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['network_setting', 'network_move', 'heartbeat'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['network_setting', 'network_move'] LOOP
    EXECUTE format('CREATE POLICY own_network ON public.%I FOR ALL TO tessera_app
      USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()))', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON network_setting TO tessera_app;
GRANT SELECT, INSERT, UPDATE ON network_move, heartbeat TO tessera_app;
REVOKE DELETE ON network_link FROM tessera_app;

CREATE POLICY as_parent ON network_move FOR SELECT TO tessera_app
  USING (new_parent_id = (SELECT app.network_id()) OR old_parent_id = (SELECT app.network_id()));
CREATE POLICY platform ON heartbeat FOR ALL TO tessera_app
  USING ((SELECT app.door()) = 'platform') WITH CHECK ((SELECT app.door()) = 'platform');

-- The networks above one, nearest first. The tree itself is public.
CREATE FUNCTION app.ancestors(of_network uuid) RETURNS TABLE (id uuid, depth int)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public
  AS $$ WITH RECURSIVE up AS (
      SELECT n.parent_id AS id, 1 AS depth FROM network n WHERE n.id = of_network AND n.parent_id IS NOT NULL
      UNION ALL
      SELECT n.parent_id, up.depth + 1 FROM up JOIN network n ON n.id = up.id
      WHERE n.parent_id IS NOT NULL AND up.depth < 20)
    SELECT up.id, up.depth FROM up $$;

-- A parent's decisions can be read by the networks beneath it, and by nobody else.
CREATE POLICY of_ancestor ON network_setting FOR SELECT TO tessera_app
  USING (is_inherited AND network_id IN (SELECT a.id FROM app.ancestors((SELECT app.network_id())) a));

-- A share holds through a partnership: accepted, for this kind of object, and not over by the owner's clock. What is
-- revoked is gone with the commit, whatever the share itself says. The module is the plural of the kind of object.
DROP POLICY as_recipient ON share;
CREATE POLICY as_recipient ON share FOR SELECT TO tessera_app USING (
  recipient_network_id = (SELECT app.network_id()) AND EXISTS (
    SELECT 1 FROM network_link l
    WHERE l.network_id = share.network_id AND l.other_network_id = share.recipient_network_id
      AND l.state = 'accepted' AND (share.object_kind || 's') = ANY (l.shared_modules)
      AND (l.valid_until IS NULL OR l.valid_until > now() + make_interval(secs => (
        SELECT n.clock_offset FROM network n WHERE n.id = l.network_id)))));

CREATE POLICY counted ON network_setting FOR SELECT TO tessera_definer USING (true);
CREATE POLICY counted ON membership FOR SELECT TO tessera_definer USING (true);
CREATE POLICY counted ON role_assignment FOR SELECT TO tessera_definer USING (true);
CREATE POLICY counted ON attendance_record FOR SELECT TO tessera_definer USING (true);
CREATE POLICY counted ON message FOR SELECT TO tessera_definer USING (true);
GRANT SELECT ON network_setting, membership, role_assignment, attendance_record, message TO tessera_definer;

GRANT CREATE ON SCHEMA app TO tessera_definer;

-- What holds in a network: its own decisions and those of the networks above it, nearest first. Rules and module switches
-- hold for visitors too, so this is asked before it is known who reads. Every request asks it: the way up stands here and
-- not in app.ancestors, because a function inside a function is planned anew each time.
CREATE FUNCTION app.settings_of(of_network uuid) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ BEGIN
    RETURN (WITH RECURSIVE line AS (
        SELECT n.id, n.code, n.parent_id, 0 AS depth FROM public.network n WHERE n.id = of_network
        UNION ALL
        SELECT n.id, n.code, n.parent_id, line.depth + 1 FROM line JOIN public.network n ON n.id = line.parent_id
        WHERE line.depth < 20)
      SELECT jsonb_agg(jsonb_build_object('key', s.key, 'value', s.value, 'from', line.code, 'depth', line.depth) ORDER BY line.depth)
      FROM line JOIN public.network_setting s ON s.network_id = line.id AND (line.depth = 0 OR s.is_inherited));
  END $$;

-- Counts of every network for the operator. Figures about people below five are not given out.
CREATE FUNCTION app.operator_networks()
  RETURNS TABLE (id uuid, institutions int, members int, trainings int, failed_jobs int, waiting_jobs int, last_activity timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT n.id, i.institutions, CASE WHEN p.members BETWEEN 1 AND 4 THEN NULL ELSE p.members END, t.trainings,
          e.failed, e.waiting, e.latest - make_interval(secs => n.clock_offset)
        FROM public.network n
        LEFT JOIN LATERAL (SELECT count(*)::int AS institutions FROM public.membership m
          WHERE m.network_id = n.id AND m.state = 'active') i ON true
        LEFT JOIN LATERAL (SELECT count(DISTINCT r.person_id)::int AS members FROM public.role_assignment r
          WHERE r.network_id = n.id
            AND (r.valid_until IS NULL OR r.valid_until > now())) p ON true
        LEFT JOIN LATERAL (SELECT count(*)::int AS trainings FROM public.training g WHERE g.network_id = n.id) t ON true
        LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE d.failed_at IS NOT NULL)::int AS failed,
            count(*) FILTER (WHERE d.delivered_at IS NULL)::int AS waiting, max(d.at) AS latest
          FROM public.domain_event d WHERE d.network_id = n.id) e ON true
        WHERE app.door() = 'platform' AND n.kind <> 'platform' $$;

-- How the machinery does: no row tells what a job or a mail is about.
CREATE FUNCTION app.operator_health()
  RETURNS TABLE (waiting int, oldest_waiting_at timestamptz, delivered_last_hour int, dead int, sent_last_day int, unsent int, uncertain int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT e.waiting, e.oldest, e.delivered, e.dead, m.sent, m.unsent, m.uncertain
        FROM (SELECT count(*) FILTER (WHERE d.delivered_at IS NULL)::int AS waiting,
            -- The id of an event holds the real time of its making; its own time is that of its network's clock.
            min(to_timestamp(('x' || left(replace(d.id::text, '-', ''), 12))::bit(48)::bigint / 1000.0)) FILTER (WHERE d.delivered_at IS NULL) AS oldest,
            count(*) FILTER (WHERE d.delivered_at > now() - interval '1 hour')::int AS delivered,
            count(*) FILTER (WHERE d.failed_at IS NOT NULL)::int AS dead
          FROM public.domain_event d) e,
          (SELECT count(*) FILTER (WHERE s.sent_at > now() - interval '1 day')::int AS sent,
            count(*) FILTER (WHERE s.state IN ('pending', 'sending') AND s.created_at < now() - interval '10 minutes')::int AS unsent,
            count(*) FILTER (WHERE s.state = 'uncertain')::int AS uncertain
          FROM public.message s) m
        WHERE app.door() = 'platform' $$;

-- What the network of the transaction may know of those beneath it: public things, and counts. Cells about people below
-- five are not given out.
CREATE FUNCTION app.children_figures()
  RETURNS TABLE (id uuid, depth int, institutions int, open_trainings int, confirmed int, attended int, certificates int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ WITH RECURSIVE down AS (
          SELECT n.id, 1 AS depth, n.clock_offset FROM public.network n WHERE n.parent_id = app.network_id()
          UNION ALL
          SELECT n.id, down.depth + 1, n.clock_offset FROM down JOIN public.network n ON n.parent_id = down.id
          WHERE down.depth < 20)
        SELECT d.id, d.depth, i.institutions, t.open,
          CASE WHEN s.confirmed BETWEEN 1 AND 4 THEN NULL ELSE s.confirmed END,
          CASE WHEN a.attended BETWEEN 1 AND 4 THEN NULL ELSE a.attended END,
          CASE WHEN c.certificates BETWEEN 1 AND 4 THEN NULL ELSE c.certificates END
        FROM down d
        LEFT JOIN LATERAL (SELECT count(*)::int AS institutions FROM public.membership m
          WHERE m.network_id = d.id AND m.state = 'active' AND m.is_public) i ON true
        LEFT JOIN LATERAL (SELECT count(*)::int AS open FROM public.training g
          WHERE g.network_id = d.id AND g.state = 'published' AND g.visibility = 'public'
            AND g.starts_at > now() + make_interval(secs => d.clock_offset)) t ON true
        LEFT JOIN LATERAL (SELECT count(*)::int AS confirmed FROM public.seat x
          WHERE x.network_id = d.id AND x.state = 'confirmed') s ON true
        LEFT JOIN LATERAL (SELECT count(DISTINCT x.seat_id)::int AS attended FROM public.attendance_record x
          WHERE x.network_id = d.id AND x.state = 'present') a ON true
        LEFT JOIN LATERAL (SELECT count(*)::int AS certificates FROM public.certificate x
          WHERE x.network_id = d.id AND x.state = 'issued') c ON true $$;

-- In a network that is not active nothing moves by itself either.
CREATE OR REPLACE FUNCTION app.due_trainings(real_now timestamptz)
  RETURNS TABLE (network_id uuid, training_id uuid, clock_offset int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT t.network_id, t.id, n.clock_offset
        FROM public.training t JOIN public.network n ON n.id = t.network_id
        WHERE app.door() = 'platform' AND n.state IN ('draft', 'active') AND t.state IN ('published', 'registration_closed')
          AND t.starts_at > real_now + make_interval(secs => n.clock_offset)
          AND ((t.waiting_count > 0 AND t.taken_count < t.capacity AND t.quota_release_at <= real_now + make_interval(secs => n.clock_offset))
            OR EXISTS (SELECT 1 FROM public.seat s WHERE s.network_id = t.network_id AND s.training_id = t.id
              AND s.state = 'offered' AND s.offered_until <= real_now + make_interval(secs => n.clock_offset)))
        LIMIT 1000 $$;

ALTER FUNCTION app.due_trainings(timestamptz) OWNER TO tessera_definer;
ALTER FUNCTION app.settings_of(uuid) OWNER TO tessera_definer;
ALTER FUNCTION app.operator_networks() OWNER TO tessera_definer;
ALTER FUNCTION app.operator_health() OWNER TO tessera_definer;
ALTER FUNCTION app.children_figures() OWNER TO tessera_definer;

-- A training is shared as long as its share holds, and a share as long as its partnership.
GRANT SELECT ON network_link TO tessera_definer;
CREATE POLICY across ON network_link FOR SELECT TO tessera_definer USING (true);
CREATE OR REPLACE FUNCTION app.is_shared_training(owner_id uuid, shared_id uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT EXISTS (
    SELECT FROM public.share s
    JOIN public.training t ON t.network_id = s.network_id AND t.id = s.object_id
    JOIN public.network n ON n.id = s.network_id
    JOIN public.network_link l ON l.network_id = s.network_id AND l.other_network_id = s.recipient_network_id
    WHERE s.network_id = owner_id AND s.object_id = shared_id AND s.recipient_network_id = app.network_id() AND s.is_active
      AND app.is_shown(t.state) AND l.state = 'accepted' AND 'trainings' = ANY (l.shared_modules)
      AND (l.valid_until IS NULL OR l.valid_until > now() + make_interval(secs => n.clock_offset))) $$;

REVOKE CREATE ON SCHEMA app FROM tessera_definer;
REVOKE ALL ON FUNCTION app.ancestors(uuid), app.settings_of(uuid), app.operator_networks(), app.operator_health(),
  app.children_figures() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.ancestors(uuid), app.settings_of(uuid), app.operator_networks(), app.operator_health(),
  app.children_figures() TO tessera_app, tessera_definer;
