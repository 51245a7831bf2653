import type { Shape } from '../../shape.ts';
import type { indicators as source } from '../en/indicators.ts';

export const indicators = {
  title: 'Mentorointi lukuina',
  lead: 'Mihin verkoston ohjelmat ovat yltäneet, laskettuna niiden kirjauksista.',
  code: 'Tunnus',
  name: 'Luku',
  value: 'Arvo',
  counted: 'Laskettu',
  all: 'Kaikki luvut',
  target: 'Tavoitearvo: {{target}}',
  few: 'alle 5',
  hidden: 'ei näytetä',
  veil: 'Lukuja 1–4 ei näytetä, eikä lukuja, joista ne voisi päätellä.',
  empty: 'Mentorointiohjelmaa ei vielä ole',
  emptyText: 'Luvut näkyvät tässä heti, kun ohjelma alkaa.',
  picture: 'Tapaamiset ja tavoitteet',
  sessions: 'Pidettyjä tapaamisia: {{held}}/{{due}}',
  goals: 'Ainakin osittain saavutettuja tavoitteita: {{reached}}/{{goals}}',
  names: {
    leaders: 'Yhteisön avainhenkilöitä ohjelmissa',
    themes: 'Avainhenkilöiden koulutuksen aiheita',
    'BG-03': 'Voimaantuneita avainhenkilöitä: työstäneet mentorin kanssa omaa kysymystään',
    'BG-04': 'Toteutettuja aloitteita',
    people_reached: 'Toteutettujen aloitteiden tavoittamia ihmisiä',
    'ME-01': 'Käynnissä olevia mentorointisuhteita',
    'ME-02': 'Pidettyjä tapaamisia suunnitelluista',
    'ME-03': 'Ainakin osittain saavutettuja tavoitteita',
    'ME-04': 'Ennenaikaisesti päättyneitä mentorointisuhteita',
    'ME-05': 'Avainhenkilöitä mentoria kohden',
  },
} satisfies Shape<typeof source>;
