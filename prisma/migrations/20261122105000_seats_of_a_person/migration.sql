-- Somebody's seats in one training are found without their seats in all others.
DROP INDEX registration_network_id_submitted_by_id_idx;
DROP INDEX seat_network_id_participant_id_idx;
CREATE INDEX registration_network_id_submitted_by_id_training_id_idx ON registration (network_id, submitted_by_id, training_id);
CREATE INDEX seat_network_id_participant_id_training_id_idx ON seat (network_id, participant_id, training_id);
