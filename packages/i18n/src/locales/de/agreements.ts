import type { Shape } from '../../shape.ts';
import type { agreements as source } from '../en/agreements.ts';

export const agreements = {
  title: 'Vereinbarung',
  lead: 'Was Mentor*innen und Mentees vereinbaren, in jeder Sprache. Jede Änderung ist eine neue Fassung; Unterschriebenes bleibt, wie es gelesen wurde.',
  none: 'Noch kein Text',
  noneText: 'Ohne Text wird nur die Unterschrift vermerkt.',
  write: 'In einer weiteren Sprache schreiben',
  edit: 'Text ändern',
  editIn: 'Vereinbarung auf {{language}}',
  version: 'Fassung {{version}} vom {{date}}',
  parts: {
    confidentiality: 'Was unter uns bleibt und was nicht',
    places: 'Wo wir uns treffen',
    hours: 'Wann wir erreichbar sind',
    gifts: 'Kein Geld, keine Geschenke, keine Mitfahrten',
    ending: 'Wie es endet',
  },
  language: 'Sprache',
  save: 'Text speichern',
  saved: 'Der Text ist gespeichert.',
  read: 'Vereinbarung lesen',
  readIn: 'Lesen auf',
  signTitle: 'Unterschrift vermerken',
  signed: 'Am {{day}} auf {{language}} unterschrieben',
  signedWithout: 'Unterschrieben wurde ohne einen hier gespeicherten Text.',
  notYet: 'Zuerst nehmen beide Seiten an. Dann wird die Vereinbarung unterschrieben.',
  interpreted: 'Eine Dolmetscherin oder ein Dolmetscher war dabei',
  checksum: 'Prüfsumme des Textes',
} satisfies Shape<typeof source>;
