import type { Shape } from '../../shape.ts';
import type { agreements as source } from '../en/agreements.ts';

export const agreements = {
  title: 'Umowa',
  lead: 'Na co zgadzają się mentorzy, mentorki i mentee, w każdym języku. Każda zmiana tworzy nową wersję; podpisana umowa pozostaje taka, jaką przeczytano.',
  none: 'Nie ma jeszcze tekstu',
  noneText: 'Bez tekstu odnotowywany jest tylko podpis.',
  write: 'Napisz w innym języku',
  edit: 'Zmień tekst',
  editIn: 'Umowa w języku: {{language}}',
  version: 'Wersja {{version}} z dnia {{date}}',
  parts: {
    confidentiality: 'Co zostaje między nami, a co nie może',
    places: 'Gdzie się spotykamy',
    hours: 'Kiedy można się z nami kontaktować',
    gifts: 'Bez pieniędzy, prezentów i podwożenia',
    ending: 'Jak się kończy',
  },
  language: 'Język',
  save: 'Zapisz tekst',
  saved: 'Tekst został zapisany.',
  read: 'Przeczytaj umowę',
  readIn: 'Czytaj w języku',
  signTitle: 'Odnotowanie podpisu',
  signed: 'Podpisano: {{day}}, język: {{language}}',
  signedWithout: 'Podpisano bez zapisanego tu tekstu.',
  notYet: 'Najpierw zgadzają się obie strony. Potem podpisuje się umowę.',
  interpreted: 'Z udziałem tłumacza/-ki',
  checksum: 'Suma kontrolna tekstu',
} satisfies Shape<typeof source>;
