import type { Shape } from '../../shape.ts';
import type { agreements as source } from '../en/agreements.ts';

export const agreements = {
  title: 'Acord',
  lead: 'Ce convin mentorii și persoanele mentorate, în fiecare limbă. Fiecare modificare este o versiune nouă; ce s-a semnat rămâne așa cum a fost citit.',
  none: 'Încă nu există un text',
  noneText: 'Fără text se consemnează doar semnătura.',
  write: 'Scrieți în altă limbă',
  edit: 'Modificați textul',
  editIn: 'Acordul în {{language}}',
  version: 'Versiunea {{version}} din {{date}}',
  parts: {
    confidentiality: 'Ce rămâne între noi și ce nu poate rămâne',
    places: 'Unde ne întâlnim',
    hours: 'Când putem fi contactați',
    gifts: 'Fără bani, cadouri sau transport cu mașina',
    ending: 'Cum se încheie',
  },
  language: 'Limba',
  save: 'Salvați textul',
  saved: 'Textul a fost salvat.',
  read: 'Citiți acordul',
  readIn: 'Citiți în',
  signTitle: 'Consemnați semnătura',
  signed: 'Semnat pe {{day}}, în {{language}}',
  signedWithout: 'A fost semnat fără un text stocat aici.',
  notYet: 'Mai întâi acceptă ambele părți. Apoi se semnează acordul.',
  interpreted: 'A fost prezent un interpret',
  checksum: 'Suma de control a textului',
} satisfies Shape<typeof source>;
