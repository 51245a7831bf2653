-- A language in preparation: its translations are written, and read by nobody but those who prepare them.

-- AlterTable
ALTER TABLE "network_text" ADD COLUMN     "is_prepared" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "training_text" ADD COLUMN     "is_prepared" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "mentoring_programme_text" ADD COLUMN     "is_prepared" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "resource_text" ADD COLUMN     "is_prepared" BOOLEAN NOT NULL DEFAULT false;

-- Whether the transaction is that of somebody who prepares languages; without a word it is not.
CREATE FUNCTION app.is_preparing() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, public
  AS $$ SELECT current_setting('app.preparing', true) = 'on' $$;
REVOKE ALL ON FUNCTION app.is_preparing() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_preparing() TO tessera_app, tessera_definer;

-- A translation into such a language is prepared. A source text never is, or a thing would have no words at all.
CREATE FUNCTION app.keep_prepared() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  new.is_prepared := new.source_language IS NOT NULL AND EXISTS (SELECT 1 FROM public.network_setting s
    WHERE s.network_id = new.network_id AND s.key = 'languages.prepared' AND s.value ? new.language);
  RETURN new;
END $$;
REVOKE ALL ON FUNCTION app.keep_prepared() FROM PUBLIC;

-- Restrictive: whatever else lets a row be read, this has to hold as well, for every query and every search. Who prepares
-- languages does so in the own network.
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['network_text', 'training_text', 'mentoring_programme_text', 'resource_text'] LOOP
    EXECUTE format('CREATE TRIGGER keep_prepared BEFORE INSERT OR UPDATE ON public.%I
      FOR EACH ROW EXECUTE FUNCTION app.keep_prepared()', t);
    EXECUTE format('CREATE POLICY while_prepared ON public.%I AS RESTRICTIVE FOR SELECT TO tessera_app, tessera_definer
      USING (NOT is_prepared OR ((SELECT app.is_preparing()) AND network_id = (SELECT app.network_id())))', t);
  END LOOP;
END $$;

-- Whoever opens or closes a training does so with all its texts, or one would be left open that nobody could see then.
CREATE OR REPLACE FUNCTION app.open_training_parts() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  opened boolean := app.is_shown(new.state) AND new.visibility = 'public';
  was_preparing text := coalesce(current_setting('app.preparing', true), '');
BEGIN
  PERFORM set_config('app.preparing', 'on', true);
  UPDATE public.training_text x SET is_open = opened
    WHERE x.network_id = new.network_id AND x.training_id = new.id AND x.is_open <> opened;
  PERFORM set_config('app.preparing', was_preparing, true);
  UPDATE public.training_session s SET is_open = opened
    WHERE s.network_id = new.network_id AND s.training_id = new.id AND s.is_open <> opened;
  UPDATE public.training_quota q SET is_open = opened
    WHERE q.network_id = new.network_id AND q.training_id = new.id AND q.is_open <> opened;
  RETURN NULL;
END $$;
