-- Whom a network is there for: stated for people in whose case it does not follow from their institution.
ALTER TABLE "participant" ADD COLUMN "category" TEXT,
  ADD COLUMN "county" TEXT NOT NULL DEFAULT '';
ALTER TABLE "participant" ADD CONSTRAINT "participant_category_known" CHECK ("category" IN
  ('public_institution', 'ngo', 'private_sector', 'local_group', 'in_contact', 'volunteer'));
