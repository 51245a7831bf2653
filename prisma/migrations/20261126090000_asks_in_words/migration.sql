-- The coordinator can be asked in general as well as about one relation, and in words.

ALTER TABLE "mentoring_ask" DROP CONSTRAINT "mentoring_ask_pkey",
ALTER COLUMN "relation_id" DROP NOT NULL,
ADD COLUMN "ask_words" BYTEA,
ADD CONSTRAINT "mentoring_ask_pkey" PRIMARY KEY ("network_id", "id");

-- DropIndex
DROP INDEX "mentoring_ask_network_id_id_key";

ALTER TABLE mentoring_ask
  DROP CONSTRAINT mentoring_ask_what,
  ADD CONSTRAINT mentoring_ask_what CHECK (what IN ('more_time', 'more_information', 'another_mentor', 'another_mentee',
    'help', 'time_place', 'material', 'end_place')),
  ADD CONSTRAINT mentoring_ask_about CHECK (CASE WHEN relation_id IS NULL
    THEN what IN ('help', 'time_place', 'material', 'end_place') ELSE what <> 'end_place' END),
  ADD CONSTRAINT mentoring_ask_ask_words_sealed CHECK (app.is_sealed(ask_words));

-- One about each relation and one in general for each person; a new one follows the answered one.
CREATE UNIQUE INDEX mentoring_ask_of_relation ON mentoring_ask (network_id, relation_id, person_id) WHERE relation_id IS NOT NULL;
CREATE UNIQUE INDEX mentoring_ask_in_general ON mentoring_ask (network_id, person_id) WHERE relation_id IS NULL;
-- What is open is counted on each start page of a coordinator.
CREATE INDEX mentoring_ask_open ON mentoring_ask (network_id) WHERE answer IS NULL;

-- What is not answered ends with the relation, with the part of a mentee in it, and with the place as mentor or mentee. By
-- triggers, so that no way to end one of them can miss it.
CREATE FUNCTION app.end_asks_of_relation() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  DELETE FROM mentoring_ask WHERE network_id = NEW.network_id AND relation_id = NEW.id AND answer IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER end_asks AFTER UPDATE OF ended_at ON mentoring_relation
  FOR EACH ROW WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION app.end_asks_of_relation();
REVOKE ALL ON FUNCTION app.end_asks_of_relation() FROM PUBLIC;

CREATE FUNCTION app.end_asks_of_part() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  DELETE FROM mentoring_ask k USING mentee_profile e
    WHERE e.network_id = NEW.network_id AND e.id = NEW.mentee_id AND k.network_id = NEW.network_id
      AND k.relation_id = NEW.relation_id AND k.person_id = e.person_id AND k.answer IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER end_asks AFTER UPDATE OF left_on ON mentoring_relation_mentee
  FOR EACH ROW WHEN (OLD.left_on IS NULL AND NEW.left_on IS NOT NULL) EXECUTE FUNCTION app.end_asks_of_part();
REVOKE ALL ON FUNCTION app.end_asks_of_part() FROM PUBLIC;

-- Whoever is both keeps what they asked in general until both places have ended.
CREATE FUNCTION app.end_asks_of_place() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  DELETE FROM mentoring_ask k
    WHERE k.network_id = NEW.network_id AND k.person_id = OLD.person_id AND k.relation_id IS NULL AND k.answer IS NULL
      AND NOT EXISTS (SELECT 1 FROM mentor_profile p WHERE p.network_id = NEW.network_id AND p.person_id = OLD.person_id
        AND p.state NOT IN ('ended', 'rejected'))
      AND NOT EXISTS (SELECT 1 FROM mentee_profile e WHERE e.network_id = NEW.network_id AND e.person_id = OLD.person_id
        AND e.ended_at IS NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER end_asks AFTER UPDATE OF state ON mentor_profile
  FOR EACH ROW WHEN (NEW.state IN ('ended', 'rejected')) EXECUTE FUNCTION app.end_asks_of_place();
CREATE TRIGGER end_asks AFTER UPDATE OF ended_at ON mentee_profile
  FOR EACH ROW WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION app.end_asks_of_place();
REVOKE ALL ON FUNCTION app.end_asks_of_place() FROM PUBLIC;
