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
      relation_accepted: 'A acceptat o propunere de mentorat',
      agreement_signed: 'A consemnat semnarea unui acord de mentorat',
      relation_moved: 'A schimbat starea unei relații de mentorat',
      goal_set: 'A stabilit un obiectiv',
      goal_reviewed: 'A revizuit un obiectiv',
      draft_begun: 'A început o notă despre o întâlnire',
      session_logged: 'A înregistrat o întâlnire',
      session_corrected: 'A corectat o întâlnire de mentorat',
      session_settled: 'A notat ce s-a întâmplat cu o întâlnire de mentorat planificată',
      step_ticked: 'A bifat un pas următor',
      draft_discarded: 'A renunțat la o înregistrare neterminată',
      asked: 'A cerut ceva coordonării în mentorat',
      ask_taken_back: 'A retras o cerere în mentorat',
    },
  },
} satisfies Shape<typeof source>;
