import type { Shape } from '../../shape.ts';
import type { agreements as source } from '../en/agreements.ts';

export const agreements = {
  title: 'Sopimus',
  lead: 'Mistä mentorit ja mentoroitavat sopivat, kullakin kielellä. Jokainen muutos on uusi versio; allekirjoitettu säilyy sellaisena kuin se luettiin.',
  none: 'Tekstiä ei vielä ole',
  noneText: 'Ilman tekstiä kirjataan vain allekirjoitus.',
  write: 'Kirjoita toisella kielellä',
  edit: 'Muuta tekstiä',
  editIn: 'Sopimus kielellä {{language}}',
  version: 'Versio {{version}}, {{date}}',
  parts: {
    confidentiality: 'Mikä jää meidän välillemme ja mikä ei voi jäädä',
    places: 'Missä tapaamme',
    hours: 'Milloin meidät tavoittaa',
    gifts: 'Ei rahaa, ei lahjoja, ei kyytejä',
    ending: 'Miten mentorointi päättyy',
  },
  language: 'Kieli',
  save: 'Tallenna teksti',
  saved: 'Teksti on tallennettu.',
  read: 'Lue sopimus',
  readIn: 'Luettu kielellä',
  signTitle: 'Kirjaa allekirjoitus',
  signed: 'Allekirjoitettu {{day}}, kieli: {{language}}',
  signedWithout: 'Allekirjoitettu ilman tänne tallennettua tekstiä.',
  notYet: 'Ensin molemmat hyväksyvät. Sitten sopimus allekirjoitetaan.',
  interpreted: 'Tulkki oli paikalla',
  checksum: 'Tekstin tarkistussumma',
} satisfies Shape<typeof source>;
