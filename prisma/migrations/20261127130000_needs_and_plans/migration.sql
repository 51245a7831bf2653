-- What a goal is about: a word of ten, counted by area, and null where nobody said (docs/decisions/053).

ALTER TABLE "mentoring_goal" ADD COLUMN "need_area" TEXT;

ALTER TABLE mentoring_goal ADD CONSTRAINT mentoring_goal_need_area CHECK (need_area IN
  ('language', 'housing', 'work', 'health', 'education', 'papers', 'money', 'community', 'safety', 'other'));
