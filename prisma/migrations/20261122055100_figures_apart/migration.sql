-- Who came is part of who had a place, and who has a certificate part of who came: a figure that stands so close to a larger
-- one that fewer than five people lie between them would tell of those, so it is not given out either.
CREATE OR REPLACE FUNCTION app.children_figures()
  RETURNS TABLE (id uuid, depth int, institutions int, open_trainings int, confirmed int, attended int, certificates int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ WITH RECURSIVE down AS (
          SELECT n.id, 1 AS depth, n.clock_offset FROM public.network n WHERE n.parent_id = app.network_id()
          UNION ALL
          SELECT n.id, down.depth + 1, n.clock_offset FROM down JOIN public.network n ON n.parent_id = down.id
          WHERE down.depth < 20)
        SELECT d.id, d.depth, i.institutions, t.open,
          CASE WHEN s.confirmed BETWEEN 1 AND 4 THEN NULL ELSE s.confirmed END,
          CASE WHEN a.attended BETWEEN 1 AND 4 OR s.confirmed > 4 AND s.confirmed - a.attended BETWEEN 1 AND 4 THEN NULL ELSE a.attended END,
          CASE WHEN c.certificates BETWEEN 1 AND 4 OR a.attended > 4 AND a.attended - c.certificates BETWEEN 1 AND 4
            OR s.confirmed > 4 AND s.confirmed - c.certificates BETWEEN 1 AND 4 THEN NULL ELSE c.certificates END
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
