import type { Shape } from '../../shape.ts';
import type { mentoring as source } from '../en/mentoring.ts';

export const mentoring = {
  events: {
    mentoring: {
      programme_created: 'Създаде менторска програма',
      programme_changed: 'Промени менторска програма',
      programme_moved: 'Придвижи менторска програма към следващ етап',
      cohort_added: 'Добави група към менторска програма',
      mentor_added: 'Предложи ментор',
      mentor_changed: 'Промени данните за ментор',
      mentor_moved: 'Промени състоянието на ментор',
      mentee_added: 'Добави менторстван участник',
      mentee_changed: 'Промени данните за менторстван участник',
      mentee_moved: 'Промени състоянието на менторстван участник',
      relation_proposed: 'Предложи менторство',
      relation_accepted: 'Прие предложение за менторство',
      agreement_signed: 'Отбеляза подписването на менторско споразумение',
      relation_moved: 'Промени състоянието на менторство',
      goal_set: 'Постави цел',
      goal_reviewed: 'Прегледа цел',
      draft_begun: 'Започна запис за среща',
      session_logged: 'Записа среща',
      session_corrected: 'Поправи запис за среща',
      session_settled: 'Отбеляза какво е станало с планирана среща',
      step_ticked: 'Отметна следваща стъпка',
      draft_discarded: 'Отказа се от незавършен запис',
      asked: 'Поиска нещо от координатора в менторството',
      ask_taken_back: 'Оттегли искане в менторството',
    },
  },
} satisfies Shape<typeof source>;
