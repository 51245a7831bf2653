import type { Shape } from '../../shape.ts';
import type { agreements as source } from '../en/agreements.ts';

export const agreements = {
  title: 'Megállapodás',
  lead: 'Miben állapodnak meg a mentorok és a mentoráltak, minden nyelven. Minden módosítás új változat; amit aláírtak, úgy marad, ahogy olvasták.',
  none: 'Még nincs szöveg',
  noneText: 'Szöveg nélkül csak az aláírás kerül rögzítésre.',
  write: 'Írás más nyelven',
  edit: 'Szöveg módosítása',
  editIn: 'Megállapodás, nyelve: {{language}}',
  version: '{{version}}. változat, {{date}}',
  parts: {
    confidentiality: 'Mi marad köztünk, és mi nem',
    places: 'Hol találkozunk',
    hours: 'Mikor vagyunk elérhetők',
    gifts: 'Nincs pénz, ajándék és fuvar',
    ending: 'Hogyan ér véget',
  },
  language: 'Nyelv',
  save: 'Szöveg mentése',
  saved: 'A szöveg elmentve.',
  read: 'A megállapodás elolvasása',
  readIn: 'Olvasás nyelve',
  signTitle: 'Aláírás rögzítése',
  signed: 'Aláírva: {{day}}, nyelve: {{language}}',
  signedWithout: 'Itt tárolt szöveg nélkül írták alá.',
  notYet: 'Előbb mindkét fél elfogadja. Azután írják alá a megállapodást.',
  interpreted: 'Tolmács is jelen volt',
  checksum: 'A szöveg ellenőrző összege',
} satisfies Shape<typeof source>;
