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
      relation_accepted: 'Sprejet predlog mentorstva',
      agreement_signed: 'Zabeležen podpis dogovora o mentorstvu',
      relation_moved: 'Spremenjeno stanje mentorstva',
      goal_set: 'Določen cilj',
      goal_reviewed: 'Pregledan cilj',
      draft_begun: 'Začet zapis o srečanju',
      session_logged: 'Zabeleženo srečanje',
      session_corrected: 'Popravljeno mentorsko srečanje',
      session_settled: 'Zabeleženo, kaj je bilo z načrtovanim mentorskim srečanjem',
      step_ticked: 'Označen opravljen naslednji korak',
      draft_discarded: 'Zavržen nedokončan vnos',
      asked: 'Prošnja koordinaciji v mentorstvu',
      ask_taken_back: 'Umaknjena prošnja v mentorstvu',
    },
  },
} satisfies Shape<typeof source>;
