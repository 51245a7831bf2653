-- Files that translators bring back, kept until somebody has said that they are taken over.
ALTER TABLE stored_file DROP CONSTRAINT stored_file_kind,
  ADD CONSTRAINT stored_file_kind CHECK (kind IN ('import', 'logo', 'attendance_list', 'initiative_photo', 'resource_file', 'translation_file'));
