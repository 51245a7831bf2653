import type { Shape } from '../../shape.ts';
import type { indicators as source } from '../en/indicators.ts';

export const indicators = {
  title: 'Mentoring w liczbach',
  lead: 'Wyniki programów tej sieci, policzone z ich dokumentacji.',
  code: 'Kod',
  name: 'Wskaźnik',
  value: 'Wartość',
  counted: 'Policzono',
  all: 'Wszystkie wskaźniki',
  target: 'Wartość docelowa: {{target}}',
  few: 'poniżej 5',
  hidden: 'nie pokazano',
  veil: 'Liczb od jednego do czterech nie pokazujemy, ani takich, z których można by je wyliczyć.',
  empty: 'Nie ma jeszcze programów mentoringowych',
  emptyText: 'Liczby pojawią się tutaj po rozpoczęciu programu.',
  picture: 'Spotkania i cele',
  sessions: 'Odbyte spotkania: {{held}} z {{due}}',
  goals: 'Cele osiągnięte co najmniej częściowo: {{reached}} z {{goals}}',
  names: {
    leaders: 'Liderzy i liderki w programach',
    themes: 'Tematy szkoleń dla liderów i liderek',
    'BG-03': 'Wzmocnieni liderzy i liderki: praca z mentorem/-ką nad własnym pytaniem',
    'BG-04': 'Zakończone inicjatywy',
    people_reached: 'Odbiorcy zakończonych inicjatyw',
    'ME-01': 'Relacje w toku',
    'ME-02': 'Odbyte spotkania wśród należnych',
    'ME-03': 'Cele osiągnięte co najmniej częściowo',
    'ME-04': 'Relacje zakończone przed czasem',
    'ME-05': 'Liderzy i liderki na mentora/-kę',
  },
} satisfies Shape<typeof source>;
