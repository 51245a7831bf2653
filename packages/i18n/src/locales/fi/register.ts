import type { Shape } from '../../shape.ts';
import type { register as source } from '../en/register.ts';

export const register = {
  title: 'Henkilöt',
  lead: 'Kaikki, jotka verkosto tavoittaa tapahtumillaan ja organisaatioidensa kautta. Usean tapahtuman osallistuja lasketaan kerran.',
  total: 'Henkilöitä yhteensä',
  by: 'Ryhmittäin ja maakunnittain',
  category: 'Ryhmä',
  none: 'Ei ilmoitettu',
  noCounty: 'Ei maakuntaa',
  all: 'Kaikki',
  veil: 'Alle viiden lukuja ei näytetä, eikä lukuja, joista ne voisi päätellä.',
  who: {
    title: 'Ketkä he ovat',
    lead: 'Nimen kohdalla ei ole ryhmää. Henkilöt, joiden nimi on poistettu, pysyvät luvuissa.',
    person: 'Henkilö',
    institution: 'Organisaatio',
    events: 'Tapahtumat',
  },
  empty: {
    title: 'Ei vielä ketään',
    text: 'Henkilöt näkyvät tässä, kun heillä on paikka tapahtumassa tai heidät tuodaan tiedostosta.',
    import: 'Tuo henkilöitä',
  },
  few: 'alle 5',
  hidden: 'ei näytetä',
  categories: {
    public_institution: 'Julkiset organisaatiot',
    ngo: 'Kansalaisjärjestöt',
    private_sector: 'Yksityinen sektori',
    local_group: 'Paikalliset ryhmät',
    in_contact: 'Haavoittuvassa asemassa olevat tai heidän kanssaan toimivat',
    volunteer: 'Vapaaehtoiset',
  },
} satisfies Shape<typeof source>;
