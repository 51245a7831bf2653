import type { Shape } from '../../shape.ts';
import type { indicators as source } from '../en/indicators.ts';

export const indicators = {
  title: 'Mentoratul în cifre',
  lead: 'Ce rezultă din programele acestei rețele, numărat din înregistrările lor.',
  code: 'Cod',
  name: 'Indicator',
  value: 'Valoare',
  counted: 'Numărat',
  all: 'Toți indicatorii',
  target: 'Țintă: {{target}}',
  few: 'sub 5',
  hidden: 'nu se arată',
  veil: 'Nu se arată valorile de la unu la patru și nici cele care le-ar dezvălui.',
  empty: 'Încă nu există un program de mentorat',
  emptyText: 'Cifrele apar aici de îndată ce începe un program.',
  picture: 'Întâlniri și obiective',
  sessions: 'Întâlniri ținute: {{held}} din {{due}}',
  goals: 'Obiective atinse cel puțin parțial: {{reached}} din {{goals}}',
  names: {
    leaders: 'Lideri comunitari în programe',
    themes: 'Temele formării liderilor',
    'BG-03': 'Lideri sprijiniți: au lucrat cu un mentor la o întrebare proprie',
    'BG-04': 'Inițiative finalizate',
    people_reached: 'Persoane implicate prin inițiativele finalizate',
    'ME-01': 'Relații în desfășurare',
    'ME-02': 'Întâlniri ținute, din cele scadente',
    'ME-03': 'Obiective atinse cel puțin parțial',
    'ME-04': 'Relații încheiate înainte de termen',
    'ME-05': 'Lideri la un mentor',
  },
} satisfies Shape<typeof source>;
