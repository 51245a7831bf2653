import type { Shape } from '../../shape.ts';
import type { patterns as source } from '../en/patterns.ts';

export const patterns = {
  tab: 'Malli',
  title: 'Aloittaminen toisen verkoston mallin mukaan',
  lead: 'Uuden verkoston ei tarvitse alkaa tyhjästä. Toisen verkoston asetukset, lomakkeet ja sisällöt voidaan kopioida; henkilöitä, laitoksia, ilmoittautumisia ja luottamuksellisia tietoja ei koskaan.',
  start: {
    title: 'Kopiointi verkostosta',
    source: 'Kuten verkosto',
    choose: 'Valitse',
    noSources:
      'Ette koordinoi muita verkostoja. Tänne voi kopioida vain verkostoja, joiden asetuksia hoidatte.',
    like: 'Kopioidaan verkostosta: {{network}}',
    kinds: 'Mitä kopioidaan',
    kindsHint: 'Se, mikä on jo olemassa, säilyy ennallaan.',
    submit: 'Kopioi',
    empty: 'Aloita tyhjänä',
    operatorHint:
      'Vain verkostot, jotka tarjoutuvat malliksi. Uuden verkoston koordinaattori saa tietää, mitä kopioitiin.',
    counted: '{{kind}}: {{number}}',
  },
  kinds: {
    settings: 'Asetukset ja moduulit',
    look: 'Väri ja kielet',
    retention: 'Säilytysajat',
    consents: 'Suostumusten tekstit',
    forms: 'Arviointilomakkeet',
    certificates: 'Todistusten tekstit',
    trainings: 'Koulutukset',
    mentoring: 'Mentorointiohjelmat',
    library: 'Kirjasto',
  },
  hints: {
    consents: 'Ne odottavat, kunnes hyväksytte jokaisen.',
    certificates: 'Ilman allekirjoittajan nimeä.',
    trainings: 'Luonnoksina ilman henkilöitä ja paikkoja. Päivämäärät ovat tilapäisiä, puolen vuoden päässä.',
    mentoring:
      'Suunnitteilla, suunnitelmineen, moduuleineen ja sopimuksineen; ilman henkilöitä ja päivämääriä.',
    library: 'Luonnoksina tiedostoineen. Vain se, minkä verkosto itse omistaa.',
  },
  settings: {
    evaluation: {
      levels: 'Koulutuksen kyselyt',
      open_days: 'Päivät, joina kyselyt ovat auki',
      days_before: 'Ilmoituspäivät ennen myöhempää kyselyä',
    },
    care: {
      emergency_numbers: 'Hätänumerot',
    },
  },
  look: {
    accent: 'Väri',
    languages: 'Kielet',
    tree: 'Mistä kielestä mikin käännetään',
  },
  states: {
    running: 'käynnissä',
    done: 'valmis',
    failed: 'keskeytynyt',
    undone: 'peruttu',
  },
  failures: {
    not_allowed: 'Teillä ei enää ole oikeutta lukea toista verkostoa tai muuttaa tätä. Enempää ei kopioida.',
    network_closed: 'Tätä verkostoa ei voi nyt muuttaa. Enempää ei kopioida.',
  },
  reasons: {
    there_already: 'Tällä verkostolla on jo omansa.',
    refused: 'Se ei sovi tähän verkostoon.',
    link: 'Tämä linkki johtaa johonkin, mitä ei kopioitu. Tarkistakaa se.',
    shared:
      'Kumppani jakaa sen toisen verkoston kanssa. Ehdottakaa omistajalle kumppanuutta, jotta voitte lukea sitä täällä.',
    institution: 'Se kuuluu toisen verkoston laitokselle. Kysykää kyseiseltä laitokselta.',
    file_gone: 'Tiedostoa ei enää ollut.',
  },
  runs: {
    title: 'Tähänastiset kopiot',
    at: 'Pyydetty',
    state: 'Tila',
  },
  offer: {
    title: 'Mallina muille',
    label: 'Tämän verkoston saa valita malliksi',
    hint: 'Kun ylläpitäjä perustaa verkoston, se voi alkaa asetustenne, lomakkeidenne, luonnostenne ja kirjastonne kopiosta. Ylläpitäjä ei näe niistä mitään.',
    save: 'Tallenna',
    saved: 'Tallennettu.',
  },
  report: {
    title: 'Verkoston kopio',
    of: 'Kopioitu verkostosta {{network}}',
    running: 'Kopiota tehdään',
    progress: '{{percent}} % valmiina',
    stopped: 'Kopiointi on pysähtynyt',
    again: 'Jatka',
    waiting: 'Odottaa hyväksyntäänne',
    waitingLead: 'Keneltäkään ei kysytä ennen kuin olette lukeneet ja hyväksyneet tekstin.',
    take: 'Käytä tätä tekstiä',
    takeOf: 'Käytä tätä tekstiä: {{wording}}',
    taken: 'Tästä lähtien kysytään tällä tekstillä.',
    copied: 'Kopioitu',
    left: 'Ei kopioitu tai tarkistettava',
    none: 'Ei mitään.',
    thing: 'Mikä',
    reason: 'Miksi',
    kind: 'Laji',
  },
  undo: {
    title: 'Kopion peruminen',
    lead: 'Kaikki kopioitu poistuu. Hyväksymänne tekstit jäävät.',
    keep: 'Säilytä',
    submit: 'Peru kopio',
    blocked: 'Mitään ei peruttu, koska tätä on sen jälkeen muutettu:',
    done: 'Kopio on peruttu.',
    blocker: '{{kind}}: {{title}}',
  },
  events: {
    pattern: {
      offered: 'Muutti, saako verkosto olla malli',
      asked: 'Pyysi toisen verkoston kopiota',
      copied: 'Toinen verkosto kopioitiin',
      stopped: 'Toisen verkoston kopiointi keskeytyi',
      undone: 'Perui toisen verkoston kopion',
    },
  },
} satisfies Shape<typeof source>;
