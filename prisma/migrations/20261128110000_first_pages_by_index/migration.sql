-- What is shared with a network is told by the index alone: the pages of every network ask it.
CREATE INDEX "share_of_recipient" ON "share"("recipient_network_id", "object_kind", "is_active", "network_id", "object_id");

-- How many public trainings a network has held stands on its first page.
CREATE INDEX "training_shown" ON "training"("network_id", "visibility", "state", "ends_at", "id");
