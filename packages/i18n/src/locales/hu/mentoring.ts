import type { Shape } from '../../shape.ts';
import type { mentoring as source } from '../en/mentoring.ts';

export const mentoring = {
  events: {
    mentoring: {
      programme_created: 'Mentorprogramot hozott létre',
      programme_changed: 'Mentorprogramot módosított',
      programme_moved: 'Mentorprogramot a következő szakaszba léptetett',
      cohort_added: 'Csoportot adott egy mentorprogramhoz',
      mentor_added: 'Mentort javasolt',
      mentor_changed: 'Egy mentor adatait módosította',
      mentor_moved: 'Egy mentor állapotát módosította',
      mentee_added: 'Mentoráltat vett fel',
      mentee_changed: 'Egy mentorált adatait módosította',
      mentee_moved: 'Egy mentorált állapotát módosította',
      relation_proposed: 'Mentorálást javasolt',
      pair_ruled_out: 'Kizárt egy mentort egy mentorált számára',
      pair_allowed: 'Újra engedélyezett egy mentort egy mentorált számára',
      relation_accepted: 'Mentorálási javaslatot fogadott el',
      agreement_signed: 'Mentori megállapodás aláírását rögzítette',
      relation_moved: 'Egy mentorálás állapotát módosította',
      goal_set: 'Célt tűzött ki',
      goal_reviewed: 'Célt tekintett át',
      draft_begun: 'Feljegyzést kezdett egy találkozóról',
      session_logged: 'Találkozót rögzített',
    },
  },
} satisfies Shape<typeof source>;
