-- The last session that was held, the next one that is planned, and how many there were of each: read from the index alone.
CREATE INDEX "mentoring_session_network_id_relation_id_state_day_idx" ON "mentoring_session"("network_id", "relation_id", "state", "day");
