import type { Shape } from '../../shape.ts';
import type { indicators as source } from '../en/indicators.ts';

export const indicators = {
  title: 'Mentorstvo v številkah',
  lead: 'Kaj so prinesli programi te mreže, prešteto iz njihovih zapisov.',
  code: 'Oznaka',
  name: 'Kazalnik',
  value: 'Vrednost',
  counted: 'Prešteto',
  all: 'Vsi kazalniki',
  target: 'Cilj: {{target}}',
  few: 'manj kot 5',
  hidden: 'ni prikazano',
  veil: 'Števila od ena do štiri niso prikazana, prav tako ne tista, ki bi jih razkrila.',
  empty: 'Mentorskega programa še ni',
  emptyText: 'Številke se pojavijo tukaj, ko se program začne.',
  picture: 'Srečanja in cilji',
  sessions: 'Opravljena srečanja: {{held}} od {{due}}',
  goals: 'Vsaj delno doseženi cilji: {{reached}} od {{goals}}',
  names: {
    leaders: 'Vodje skupnosti v programih',
    themes: 'Teme usposabljanja vodij',
    'BG-03': 'Opolnomočeni vodje: z mentorjem so delali pri lastnem vprašanju',
    'BG-04': 'Zaključene pobude',
    people_reached: 'Ljudje, doseženi z zaključenimi pobudami',
    'ME-01': 'Razmerja v teku',
    'ME-02': 'Opravljena srečanja, od zapadlih',
    'ME-03': 'Vsaj delno doseženi cilji',
    'ME-04': 'Predčasno končana razmerja',
    'ME-05': 'Vodje na mentorja',
  },
} satisfies Shape<typeof source>;
