import type { Shape } from '../../shape.ts';
import type { indicators as source } from '../en/indicators.ts';

export const indicators = {
  title: 'Mentorstvo u brojkama',
  lead: 'Što su programi ove mreže postigli, izračunano iz njihovih evidencija.',
  code: 'Oznaka',
  name: 'Pokazatelj',
  value: 'Vrijednost',
  counted: 'Izračunano',
  all: 'Svi pokazatelji',
  target: 'Ciljna vrijednost: {{target}}',
  few: 'manje od 5',
  hidden: 'ne prikazuje se',
  veil: 'Brojke od jedan do četiri ne prikazuju se, kao ni one koje bi ih otkrile.',
  empty: 'Još nema mentorskih programa',
  emptyText: 'Brojke se prikazuju ovdje čim program počne.',
  picture: 'Susreti i ciljevi',
  sessions: 'Održani susreti: {{held}} od {{due}}',
  goals: 'Ciljevi postignuti barem djelomično: {{reached}} od {{goals}}',
  names: {
    leaders: 'Vođe u programima',
    themes: 'Teme edukacije vođa',
    'BG-03': 'Osnažene vođe: s mentorom/-icom radile na vlastitom pitanju',
    'BG-04': 'Dovršene inicijative',
    people_reached: 'Osobe obuhvaćene dovršenim inicijativama',
    'ME-01': 'Odnosi u tijeku',
    'ME-02': 'Održani susreti, od predviđenih',
    'ME-03': 'Ciljevi postignuti barem djelomično',
    'ME-04': 'Odnosi završeni ranije',
    'ME-05': 'Vođe po mentoru/-ici',
  },
} satisfies Shape<typeof source>;
