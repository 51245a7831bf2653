import type { Shape } from '../../shape.ts';
import type { mentoring as source } from '../en/mentoring.ts';

export const mentoring = {
  events: {
    mentoring: {
      programme_created: 'Mentoringprogramm angelegt',
      programme_changed: 'Mentoringprogramm geändert',
      programme_moved: 'Mentoringprogramm weitergeführt',
      cohort_added: 'Jahrgang zu einem Mentoringprogramm hinzugefügt',
      mentor_added: 'Mentorin oder Mentor vorgeschlagen',
      mentor_changed: 'Angaben zu einer Mentorin oder einem Mentor geändert',
      mentor_moved: 'Stand einer Mentorin oder eines Mentors geändert',
      mentee_added: 'Mentee hinzugefügt',
      mentee_changed: 'Angaben zu einer oder einem Mentee geändert',
      mentee_moved: 'Stand einer oder eines Mentee geändert',
      relation_proposed: 'Mentoring vorgeschlagen',
      relation_accepted: 'Mentoring-Vorschlag angenommen',
      agreement_signed: 'Unterschrift unter eine Mentoringvereinbarung vermerkt',
      relation_moved: 'Stand eines Mentorings geändert',
      goal_set: 'Ziel festgelegt',
      goal_reviewed: 'Ziel überprüft',
      draft_begun: 'Notiz zu einem Treffen begonnen',
      session_logged: 'Treffen eingetragen',
      session_corrected: 'Ein Mentoring-Treffen berichtigt',
      session_settled: 'Festgehalten, was aus einem geplanten Mentoring-Treffen wurde',
      step_ticked: 'Einen nächsten Schritt abgehakt',
      draft_discarded: 'Einen unfertigen Eintrag verworfen',
      asked: 'Die Koordination im Mentoring um etwas gebeten',
      ask_taken_back: 'Eine Bitte im Mentoring zurückgenommen',
    },
  },
} satisfies Shape<typeof source>;
