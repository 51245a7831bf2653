import type { Shape } from '../../shape.ts';
import type { agreements as source } from '../en/agreements.ts';

export const agreements = {
  title: 'Sporazum',
  lead: 'Na što pristaju mentori/-ice i mentorirane osobe, na svakom jeziku. Svaka izmjena nova je verzija; potpisano ostaje onako kako je pročitano.',
  none: 'Još nema teksta',
  noneText: 'Bez teksta se bilježi samo potpis.',
  write: 'Napiši na drugom jeziku',
  edit: 'Izmijeni tekst',
  editIn: 'Sporazum, jezik: {{language}}',
  version: 'Verzija {{version}} od {{date}}',
  parts: {
    confidentiality: 'Što ostaje među nama, a što ne može',
    places: 'Gdje se sastajemo',
    hours: 'Kada smo dostupni',
    gifts: 'Bez novca, darova i prijevoza',
    ending: 'Kako završava',
  },
  language: 'Jezik',
  save: 'Spremi tekst',
  saved: 'Tekst je spremljen.',
  read: 'Pročitaj sporazum',
  readIn: 'Čitaj na jeziku',
  signTitle: 'Bilježenje potpisa',
  signed: 'Potpisano {{day}}, jezik: {{language}}',
  signedWithout: 'Potpisano je bez teksta pohranjenog ovdje.',
  notYet: 'Najprije prihvaćaju obje strane. Zatim se potpisuje sporazum.',
  interpreted: 'Bio je prisutan tumač/-ica',
  checksum: 'Kontrolni zbroj teksta',
} satisfies Shape<typeof source>;
