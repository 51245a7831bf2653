import type { Shape } from '../../shape.ts';
import type { register as source } from '../en/register.ts';

export const register = {
  title: 'Személyek',
  lead: 'Mindenki, akit a hálózat eseményein és intézményein keresztül elér. Aki több eseményen vett részt, egyszer számít.',
  total: 'Összes személy',
  by: 'Kategória és megye szerint',
  category: 'Kategória',
  none: 'Nincs megadva',
  noCounty: 'Megye nélkül',
  all: 'Összesen',
  veil: 'Az öt alatti számok nem láthatók, és azok sem, amelyekből kiszámíthatók lennének.',
  who: {
    title: 'Kik ők',
    lead: 'Egyetlen név mellett sem áll kategória. Akinek a nevét törölték, a számokban megmarad.',
    person: 'Személy',
    institution: 'Intézmény',
    events: 'Események',
  },
  empty: {
    title: 'Még senki',
    text: 'A személyek akkor jelennek meg itt, ha helyük van egy eseményen, vagy fájlból kerülnek be.',
    import: 'Személyek importálása',
  },
  few: '5 alatt',
  hidden: 'nem látható',
  categories: {
    public_institution: 'Közintézmények',
    ngo: 'Civil szervezetek',
    private_sector: 'Magánszektor',
    local_group: 'Helyi csoportok',
    in_contact: 'Nehéz helyzetben élők vagy velük kapcsolatban állók',
    volunteer: 'Önkéntesek',
  },
} satisfies Shape<typeof source>;
