import type { Shape } from '../../shape.ts';
import type { mentoring as source } from '../en/mentoring.ts';

export const mentoring = {
  events: {
    mentoring: {
      programme_created: 'Ustvarjen mentorski program',
      programme_changed: 'Spremenjen mentorski program',
      programme_moved: 'Mentorski program je prešel v naslednjo fazo',
      cohort_added: 'Mentorskemu programu dodana skupina',
      mentor_added: 'Predlagan mentor',
      mentor_changed: 'Spremenjeni podatki o mentorju',
      mentor_moved: 'Spremenjeno stanje mentorja',
      mentee_added: 'Dodan mentoriranec',
      mentee_changed: 'Spremenjeni podatki o mentorirancu',
      mentee_moved: 'Spremenjeno stanje mentoriranca',
      relation_proposed: 'Predlagano mentorstvo',
      pair_ruled_out: 'Mentor je za osebo izključen',
      pair_allowed: 'Mentor je za osebo spet mogoč',
      relation_accepted: 'Sprejet predlog mentorstva',
      agreement_signed: 'Zabeležen podpis dogovora o mentorstvu',
      relation_moved: 'Spremenjeno stanje mentorstva',
      goal_set: 'Določen cilj',
      goal_reviewed: 'Pregledan cilj',
      draft_begun: 'Začet zapis o srečanju',
      session_logged: 'Zabeleženo srečanje',
    },
  },
} satisfies Shape<typeof source>;
