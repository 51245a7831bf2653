-- The sessions with a step that is still to be done are few, however long a relation lasts.
CREATE INDEX mentoring_session_open_steps ON mentoring_session (network_id, relation_id)
  WHERE steps > coalesce(cardinality(steps_done), 0);
