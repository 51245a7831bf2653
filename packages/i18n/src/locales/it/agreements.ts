import type { Shape } from '../../shape.ts';
import type { agreements as source } from '../en/agreements.ts';

export const agreements = {
  title: 'Accordo',
  lead: 'Che cosa concordano mentori e mentee, in ogni lingua. Ogni modifica è una nuova versione; ciò che è stato firmato resta come è stato letto.',
  none: 'Ancora nessun testo',
  noneText: 'Senza un testo si annota solo la firma.',
  write: 'Scrivi in un’altra lingua',
  edit: 'Modifica il testo',
  editIn: 'Accordo in: {{language}}',
  version: 'Versione {{version}}, {{date}}',
  parts: {
    confidentiality: 'Che cosa resta tra noi e che cosa no',
    places: 'Dove ci incontriamo',
    hours: 'Quando siamo raggiungibili',
    gifts: 'Niente denaro, regali o passaggi in auto',
    ending: 'Come si conclude',
  },
  language: 'Lingua',
  save: 'Salva il testo',
  saved: 'Il testo è salvato.',
  read: 'Leggi l’accordo',
  readIn: 'Leggi in',
  signTitle: 'Annota la firma',
  signed: 'Firmato in data {{day}}, lingua: {{language}}',
  signedWithout: 'È stato firmato senza un testo conservato qui.',
  notYet: 'Prima accettano entrambe le parti. Poi si firma l’accordo.',
  interpreted: 'Era presente un interprete',
  checksum: 'Somma di controllo del testo',
} satisfies Shape<typeof source>;
