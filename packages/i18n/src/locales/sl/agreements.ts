import type { Shape } from '../../shape.ts';
import type { agreements as source } from '../en/agreements.ts';

export const agreements = {
  title: 'Dogovor',
  lead: 'Kaj se dogovorijo mentorji in mentoriranci, v vsakem jeziku. Vsaka sprememba je nova različica; podpisano ostane, kot je bilo prebrano.',
  none: 'Besedila še ni',
  noneText: 'Brez besedila se zabeleži le podpis.',
  write: 'Napišite v drugem jeziku',
  edit: 'Spremenite besedilo',
  editIn: 'Dogovor, jezik: {{language}}',
  version: 'Različica {{version}} z dne {{date}}',
  parts: {
    confidentiality: 'Kaj ostane med nami in kaj ne more',
    places: 'Kje se srečujemo',
    hours: 'Kdaj smo dosegljivi',
    gifts: 'Brez denarja, daril in prevozov',
    ending: 'Kako se konča',
  },
  language: 'Jezik',
  save: 'Shranite besedilo',
  saved: 'Besedilo je shranjeno.',
  read: 'Preberite dogovor',
  readIn: 'Preberite v jeziku',
  signTitle: 'Zabeležite podpis',
  signed: 'Podpisano {{day}}, jezik: {{language}}',
  signedWithout: 'Podpisano je bilo brez tukaj shranjenega besedila.',
  notYet: 'Najprej sprejmeta obe strani. Nato se podpiše dogovor.',
  interpreted: 'Tolmač je bil prisoten',
  checksum: 'Kontrolna vsota besedila',
} satisfies Shape<typeof source>;
