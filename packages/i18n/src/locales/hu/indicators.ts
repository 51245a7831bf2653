import type { Shape } from '../../shape.ts';
import type { indicators as source } from '../en/indicators.ts';

export const indicators = {
  title: 'A mentorálás számokban',
  lead: 'Mit eredményeztek a hálózat programjai, a bejegyzésekből számolva.',
  code: 'Jel',
  name: 'Mutató',
  value: 'Érték',
  counted: 'Számolva',
  all: 'Minden mutató',
  target: 'Cél: {{target}}',
  few: '5 alatt',
  hidden: 'nem látható',
  veil: 'Az egytől négyig terjedő számok nem láthatók, és azok sem, amelyek elárulnák őket.',
  empty: 'Még nincs mentorprogram',
  emptyText: 'A számok itt jelennek meg, amint egy program elindul.',
  picture: 'Találkozók és célok',
  sessions: 'Megtartott találkozók: {{held}} / {{due}}',
  goals: 'Legalább részben elért célok: {{reached}} / {{goals}}',
  names: {
    leaders: 'Közösségi vezetők a programokban',
    themes: 'A vezetők képzésének témái',
    'BG-03': 'Megerősödött vezetők: mentorral dolgoztak egy saját kérdésükön',
    'BG-04': 'Befejezett kezdeményezések',
    people_reached: 'A befejezett kezdeményezésekkel elért emberek',
    'ME-01': 'Folyamatban lévő kapcsolatok',
    'ME-02': 'Megtartott találkozók az esedékesek közül',
    'ME-03': 'Legalább részben elért célok',
    'ME-04': 'Idő előtt lezárult kapcsolatok',
    'ME-05': 'Egy mentorra jutó vezetők',
  },
} satisfies Shape<typeof source>;
