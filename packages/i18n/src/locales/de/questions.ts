import type { Shape } from '../../shape.ts';
import type { questions as source } from '../en/questions.ts';

export const questions = {
  reaction: {
    overall: { text: 'Wie zufrieden sind Sie mit der Schulung insgesamt?', low: 'gar nicht', high: 'sehr' },
    useful: { text: 'Wie nützlich ist sie für Ihre Arbeit?', low: 'gar nicht', high: 'sehr' },
    trainer: { text: 'Wie klar haben die Trainer*innen erklärt?', low: 'nicht klar', high: 'sehr klar' },
    organisation: { text: 'Wie gut war alles organisiert?', low: 'schlecht', high: 'sehr gut' },
    pace: { text: 'Wie war das Tempo?', slow: 'Zu langsam', right: 'Richtig', fast: 'Zu schnell' },
    best: {
      text: 'Was hat Ihnen am meisten geholfen?',
      content: 'Die Inhalte',
      exchange: 'Das Gespräch mit anderen',
      exercises: 'Die Übungen',
      materials: 'Die Materialien',
    },
    better: { text: 'Was sollen wir beim nächsten Mal besser machen?' },
  },
  learning: {
    knowledge: { text: 'Wie gut kennen Sie das Thema dieser Schulung?', low: 'kaum', high: 'sehr gut' },
    apply: {
      text: 'Wie sicher sind Sie, dass Sie es in Ihrer Arbeit nutzen können?',
      low: 'unsicher',
      high: 'sehr sicher',
    },
    explain: {
      text: 'Wie gut könnten Sie es im Kollegium erklären?',
      low: 'kaum',
      high: 'sehr gut',
    },
    help: { text: 'Wie gut wissen Sie, wo Sie Hilfe und Materialien finden?', low: 'kaum', high: 'sehr gut' },
  },
  behaviour: {
    used: {
      text: 'Wie oft haben Sie das Gelernte genutzt?',
      often: 'Oft',
      sometimes: 'Manchmal',
      once: 'Einmal',
      never: 'Noch nicht',
    },
    changed: { text: 'Wie sehr hat sich Ihre Arbeitsweise verändert?', low: 'gar nicht', high: 'sehr' },
    told: {
      text: 'Wem haben Sie davon erzählt?',
      colleagues: 'Dem Kollegium',
      management: 'Meinen Vorgesetzten',
      elsewhere: 'Anderen Institutionen',
    },
    hindered: {
      text: 'Was hat es schwer gemacht?',
      time: 'Zu wenig Zeit',
      means: 'Kein Geld oder Material',
      support: 'Zu wenig Unterstützung',
      occasion: 'Keine Gelegenheit',
    },
    example: { text: 'Was machen Sie heute anders?' },
  },
} satisfies Shape<typeof source>;
