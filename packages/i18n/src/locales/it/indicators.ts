import type { Shape } from '../../shape.ts';
import type { indicators as source } from '../en/indicators.ts';

export const indicators = {
  title: 'Il mentoring in cifre',
  lead: 'I risultati dei programmi di questa rete, calcolati dalle loro registrazioni.',
  code: 'Codice',
  name: 'Indicatore',
  value: 'Valore',
  counted: 'Conteggio',
  all: 'Tutte le cifre',
  target: 'Valore obiettivo: {{target}}',
  few: 'meno di 5',
  hidden: 'non mostrato',
  veil: 'Le cifre da uno a quattro non sono mostrate, né quelle da cui si potrebbero dedurre.',
  empty: 'Ancora nessun programma di mentoring',
  emptyText: 'Le cifre compaiono qui appena inizia un programma.',
  picture: 'Incontri e obiettivi',
  sessions: 'Incontri tenuti: {{held}} su {{due}}',
  goals: 'Obiettivi raggiunti almeno in parte: {{reached}} su {{goals}}',
  names: {
    leaders: 'Leader nei programmi',
    themes: 'Temi della formazione dei leader',
    'BG-03': 'Leader rafforzati: hanno lavorato con un mentore su una propria domanda',
    'BG-04': 'Iniziative concluse',
    people_reached: 'Persone raggiunte dalle iniziative concluse',
    'ME-01': 'Relazioni in corso',
    'ME-02': 'Incontri tenuti su quelli previsti',
    'ME-03': 'Obiettivi raggiunti almeno in parte',
    'ME-04': 'Relazioni terminate in anticipo',
    'ME-05': 'Leader per mentore',
  },
} satisfies Shape<typeof source>;
