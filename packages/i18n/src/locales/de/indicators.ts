import type { Shape } from '../../shape.ts';
import type { indicators as source } from '../en/indicators.ts';

export const indicators = {
  title: 'Mentoring in Zahlen',
  lead: 'Was die Programme dieses Netzwerks ergeben, aus ihren Einträgen gezählt.',
  code: 'Kürzel',
  name: 'Kennzahl',
  value: 'Wert',
  counted: 'Gezählt',
  all: 'Alle Kennzahlen',
  target: 'Ziel: {{target}}',
  few: 'unter 5',
  hidden: 'nicht gezeigt',
  veil: 'Zahlen von eins bis vier werden nicht gezeigt, und keine, die eine davon verraten würde.',
  empty: 'Noch kein Mentoringprogramm',
  emptyText: 'Die Zahlen erscheinen hier, sobald ein Programm beginnt.',
  picture: 'Treffen und Ziele',
  sessions: 'Stattgefundene Treffen: {{held}} von {{due}}',
  goals: 'Mindestens teilweise erreichte Ziele: {{reached}} von {{goals}}',
  names: {
    leaders: 'Community-Leader*innen in den Programmen',
    themes: 'Themen der Schulung für Community-Leader*innen',
    'BG-03': 'Gestärkte Community-Leader*innen: haben mit Mentor*in an einer eigenen Frage gearbeitet',
    'BG-04': 'Abgeschlossene Initiativen',
    people_reached: 'Durch abgeschlossene Initiativen erreichte Menschen',
    'ME-01': 'Laufende Beziehungen',
    'ME-02': 'Stattgefundene Treffen, von den fälligen',
    'ME-03': 'Mindestens teilweise erreichte Ziele',
    'ME-04': 'Vorzeitig beendete Beziehungen',
    'ME-05': 'Community-Leader*innen je Mentor*in',
  },
} satisfies Shape<typeof source>;
