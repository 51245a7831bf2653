import type { Shape } from '../../shape.ts';
import type { mentoring as source } from '../en/mentoring.ts';

export const mentoring = {
  events: {
    mentoring: {
      programme_created: 'A creat un program de mentorat',
      programme_changed: 'A modificat un program de mentorat',
      programme_moved: 'A trecut un program de mentorat la etapa următoare',
      cohort_added: 'A adăugat o grupă la un program de mentorat',
      mentor_added: 'A propus un mentor',
      mentor_changed: 'A modificat datele unui mentor',
      mentor_moved: 'A schimbat starea unui mentor',
      mentee_added: 'A adăugat o persoană mentorată',
      mentee_changed: 'A modificat datele unei persoane mentorate',
      mentee_moved: 'A schimbat starea unei persoane mentorate',
      relation_proposed: 'A propus o relație de mentorat',
      pair_ruled_out: 'A exclus un mentor pentru o persoană',
      pair_allowed: 'A permis din nou un mentor pentru o persoană',
      relation_accepted: 'A acceptat o propunere de mentorat',
      agreement_signed: 'A consemnat semnarea unui acord de mentorat',
      relation_moved: 'A schimbat starea unei relații de mentorat',
      goal_set: 'A stabilit un obiectiv',
      goal_reviewed: 'A revizuit un obiectiv',
      draft_begun: 'A început o notă despre o întâlnire',
      session_logged: 'A înregistrat o întâlnire',
    },
  },
} satisfies Shape<typeof source>;
