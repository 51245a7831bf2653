-- What a policy asks and what a search compares stands in the row that it is asked of: a page reads a training's texts
-- and half-days without asking for the training again, and folds no title of a thousand.

ALTER TABLE "training" ADD COLUMN "folded" TEXT NOT NULL DEFAULT '';
ALTER TABLE "training_text" ADD COLUMN "folded" TEXT NOT NULL DEFAULT '',
ADD COLUMN "folded_title" TEXT NOT NULL DEFAULT '',
ADD COLUMN "is_open" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "training_session" ADD COLUMN "is_open" BOOLEAN NOT NULL DEFAULT false;

DROP INDEX "seat_network_id_institution_id_idx";
CREATE INDEX "seat_network_id_institution_id_training_id_idx" ON "seat"("network_id", "institution_id", "training_id");

-- States in which others than the network may see a training at all.
CREATE OR REPLACE FUNCTION app.is_shown(state text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT state IN ('published', 'registration_closed', 'running', 'completed', 'documented', 'postponed', 'cancelled') $$;

CREATE OR REPLACE FUNCTION app.keep_training() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  new.folded := app.fold(new.venue || ' ' || new.code);
  RETURN new;
END $$;
CREATE OR REPLACE FUNCTION app.keep_training_part() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  new.is_open := coalesce((SELECT app.is_shown(t.state) AND t.visibility = 'public' FROM public.training t
    WHERE t.network_id = new.network_id AND t.id = new.training_id), false);
  RETURN new;
END $$;
CREATE OR REPLACE FUNCTION app.keep_training_text() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  new.folded_title := app.fold(new.title);
  new.folded := app.fold(new.title || ' ' || new.summary);
  RETURN new;
END $$;
CREATE OR REPLACE FUNCTION app.open_training_parts() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE opened boolean := app.is_shown(new.state) AND new.visibility = 'public';
BEGIN
  UPDATE public.training_text x SET is_open = opened
    WHERE x.network_id = new.network_id AND x.training_id = new.id AND x.is_open <> opened;
  UPDATE public.training_session s SET is_open = opened
    WHERE s.network_id = new.network_id AND s.training_id = new.id AND s.is_open <> opened;
  RETURN NULL;
END $$;

CREATE TRIGGER keep_training BEFORE INSERT OR UPDATE OF venue, code ON training
  FOR EACH ROW EXECUTE FUNCTION app.keep_training();
CREATE TRIGGER keep_part BEFORE INSERT ON training_text FOR EACH ROW EXECUTE FUNCTION app.keep_training_part();
CREATE TRIGGER keep_text BEFORE INSERT OR UPDATE OF title, summary ON training_text
  FOR EACH ROW EXECUTE FUNCTION app.keep_training_text();
CREATE TRIGGER keep_part BEFORE INSERT ON training_session FOR EACH ROW EXECUTE FUNCTION app.keep_training_part();
CREATE TRIGGER open_parts AFTER UPDATE OF state, visibility ON training FOR EACH ROW
  WHEN (old.state IS DISTINCT FROM new.state OR old.visibility IS DISTINCT FROM new.visibility)
  EXECUTE FUNCTION app.open_training_parts();

-- The owner of the tables is bound by their policies too, and has none.
ALTER TABLE training NO FORCE ROW LEVEL SECURITY;
ALTER TABLE training_text NO FORCE ROW LEVEL SECURITY;
ALTER TABLE training_session NO FORCE ROW LEVEL SECURITY;
UPDATE training SET folded = app.fold(venue || ' ' || code);
UPDATE training_text x SET folded_title = app.fold(x.title), folded = app.fold(x.title || ' ' || x.summary),
  is_open = app.is_shown(t.state) AND t.visibility = 'public'
  FROM training t WHERE t.network_id = x.network_id AND t.id = x.training_id;
UPDATE training_session s SET is_open = app.is_shown(t.state) AND t.visibility = 'public'
  FROM training t WHERE t.network_id = s.network_id AND t.id = s.training_id;
ALTER TABLE training FORCE ROW LEVEL SECURITY;
ALTER TABLE training_text FORCE ROW LEVEL SECURITY;
ALTER TABLE training_session FORCE ROW LEVEL SECURITY;

-- Whether the network of the transaction may read another network's training by a share. A policy that asked the tables
-- itself would put the policies of those tables into every plan.
GRANT CREATE ON SCHEMA app TO tessera_definer;
GRANT SELECT ON share TO tessera_definer;
CREATE POLICY across ON share FOR SELECT TO tessera_definer USING (true);
CREATE OR REPLACE FUNCTION app.is_shared_training(owner_id uuid, shared_id uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT EXISTS (
    SELECT FROM public.share s JOIN public.training t ON t.network_id = s.network_id AND t.id = s.object_id
    WHERE s.network_id = owner_id AND s.object_id = shared_id AND s.recipient_network_id = app.network_id() AND s.is_active
      AND app.is_shown(t.state)) $$;
ALTER FUNCTION app.is_shared_training(uuid, uuid) OWNER TO tessera_definer;
REVOKE CREATE ON SCHEMA app FROM tessera_definer;
REVOKE ALL ON FUNCTION app.is_shared_training(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_shared_training(uuid, uuid) TO tessera_app;

DROP POLICY open_or_shared ON training;
CREATE POLICY open_or_shared ON training FOR SELECT TO tessera_app
  USING (app.is_shown(state) AND (visibility = 'public' OR app.is_shared_training(network_id, id)));
DROP POLICY along_with_training ON training_text;
CREATE POLICY along_with_training ON training_text FOR SELECT TO tessera_app
  USING (is_open OR app.is_shared_training(network_id, training_id));
DROP POLICY along_with_training ON training_session;
CREATE POLICY along_with_training ON training_session FOR SELECT TO tessera_app
  USING (is_open OR app.is_shared_training(network_id, training_id));
REVOKE ALL ON FUNCTION app.is_shown(text), app.keep_training(), app.keep_training_part(), app.keep_training_text(),
  app.open_training_parts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_shown(text) TO tessera_app, tessera_definer, tessera_jobs;
