import type { Shape } from '../../shape.ts';
import type { register as source } from '../en/register.ts';

export const register = {
  title: 'Personen',
  lead: 'Alle, die das Netzwerk durch Veranstaltungen und Institutionen erreicht. Wer an mehreren Veranstaltungen teilnahm, zählt einmal.',
  total: 'Personen insgesamt',
  by: 'Nach Kategorie und Kreis',
  category: 'Kategorie',
  none: 'Keine Angabe',
  noCounty: 'Ohne Kreis',
  all: 'Alle',
  veil: 'Zahlen unter fünf werden nicht gezeigt, ebenso keine, aus denen sie sich ergäben.',
  who: {
    title: 'Wer dazugehört',
    lead: 'Neben keinem Namen steht eine Kategorie. Personen, deren Name entfernt wurde, bleiben in den Zahlen.',
    person: 'Person',
    institution: 'Institution',
    events: 'Veranstaltungen',
  },
  empty: {
    title: 'Noch niemand',
    text: 'Personen erscheinen hier, sobald sie einen Platz in einer Veranstaltung haben oder mit einer Datei hinzukommen.',
    import: 'Personen importieren',
  },
  few: 'unter 5',
  hidden: 'nicht gezeigt',
  categories: {
    public_institution: 'Öffentliche Institutionen',
    ngo: 'Nichtregierungsorganisationen',
    private_sector: 'Privatwirtschaft',
    local_group: 'Örtliche Gruppen',
    in_contact: 'Menschen in schwierigen Lebenslagen oder in Kontakt mit ihnen',
    volunteer: 'Ehrenamtliche',
  },
} satisfies Shape<typeof source>;
