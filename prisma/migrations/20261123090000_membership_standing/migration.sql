-- Every page of a network counts its members and names its partners; what waits for an answer is a handful of them.
CREATE INDEX "membership_network_id_state_role_is_public_idx" ON "membership"("network_id", "state", "role", "is_public");
