-- The line of a training as `inLine` of the core orders it: parties by priority, then by the rule of the training, then by
-- time. A function, so that a page which shows no line does not start its plan; it reads behind the walls of who asks.
CREATE FUNCTION app.line_of(of_network uuid, of_training uuid, held_states text[])
  RETURNS TABLE (seat_id uuid, place int)
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public
  AS $$ BEGIN
    RETURN QUERY
    SELECT p.id, row_number() OVER (ORDER BY p.priority DESC, p.is_later, p.first_asked, p.queue)::int
    FROM (
      SELECT w.id, w.priority, w.queue, min(w.queue) OVER (PARTITION BY w.party) AS first_asked,
        w.by_institution AND w.institution_id IS NOT NULL AND (
          w.party IS DISTINCT FROM first_value(w.party) OVER (PARTITION BY w.institution_id ORDER BY w.priority DESC, w.queue)
          OR EXISTS (SELECT FROM public.seat h WHERE h.network_id = of_network AND h.training_id = of_training
            AND h.institution_id = w.institution_id AND h.state = ANY (held_states))) AS is_later
      FROM (
        SELECT q.*, CASE WHEN q.is_together THEN q.registration_id ELSE q.id END AS party,
          t.priority_rule = 'institutions_without_seat_first' AS by_institution
        FROM public.seat q JOIN public.training t ON t.network_id = q.network_id AND t.id = q.training_id
        WHERE q.network_id = of_network AND q.training_id = of_training AND q.state = 'waiting') w) p;
  END $$;
REVOKE ALL ON FUNCTION app.line_of(uuid, uuid, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.line_of(uuid, uuid, text[]) TO tessera_app;
