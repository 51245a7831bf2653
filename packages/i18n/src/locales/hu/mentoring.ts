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
      relation_accepted: 'Mentorálási javaslatot fogadott el',
      agreement_signed: 'Mentori megállapodás aláírását rögzítette',
      relation_moved: 'Egy mentorálás állapotát módosította',
      goal_set: 'Célt tűzött ki',
      goal_reviewed: 'Célt tekintett át',
      draft_begun: 'Feljegyzést kezdett egy találkozóról',
      session_logged: 'Találkozót rögzített',
      session_corrected: 'Mentori találkozót helyesbített',
      session_settled: 'Feljegyezte, mi lett a tervezett mentori találkozóval',
      step_ticked: 'Kipipált egy következő lépést',
      draft_discarded: 'Elvetett egy befejezetlen bejegyzést',
      asked: 'Kért valamit a koordinátortól a mentorálásban',
      ask_taken_back: 'Visszavont egy kérést a mentorálásban',
    },
  },
} satisfies Shape<typeof source>;
