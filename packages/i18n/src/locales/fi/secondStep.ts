import type { Shape } from '../../shape.ts';
import type { secondStep as source } from '../en/secondStep.ts';

export const secondStep = {
  title: 'Kirjautumisen toinen vaihe',
  lead: 'Salasanan tai sähköpostin koodin jälkeen annatte koodin puhelimenne sovelluksesta. Näin sisään ei pääse kukaan, joka tietää vain salasananne.',
  open: 'Katsokaa toista vaihetta',
  off: 'Sitä ei ole otettu käyttöön.',
  on: 'Se on ollut käytössä alkaen {{day}}.',
  left: 'Varakoodeja jäljellä: {{number}}',
  needed:
    'Tarvitsette puhelimeenne kertakoodisovelluksen. Monessa puhelimessa sellainen on salasanojen yhteydessä.',
  begin: 'Ottakaa toinen vaihe käyttöön',
  again: {
    text: 'Kirjauduitte täällä yli 15 minuuttia sitten. Kirjautukaa uudelleen, jotta kukaan ei ota toista vaihetta käyttöön avoimeksi jääneellä laitteella.',
    submit: 'Kirjautukaa uudelleen',
  },
  asked: {
    title: 'Tämä verkosto edellyttää toista vaihetta: {{network}}',
    text: 'Roolissanne sinne kirjaudutaan kahdessa vaiheessa, jotta ihmiset, joiden kanssa verkosto työskentelee, ovat turvassa. Ottakaa toinen vaihe käyttöön, niin pääsette jatkamaan haluamallenne sivulle.',
    home: 'Tämä verkosto edellyttää roolissanne kirjautumisen toista vaihetta. Näette siellä odottavat asiat, kun olette ottanut sen käyttöön.',
  },
  setUp: {
    title: 'Toisen vaiheen käyttöönotto',
    scan: '1. Lukekaa kuva sovelluksella',
    scanText: 'Jos ette voi lukea kuvaa, kirjoittakaa avain sovellukseen.',
    picture: 'QR-koodi, jossa on sovelluksenne avain',
    key: 'Kirjoitettava avain',
    type: '2. Kirjoittakaa koodi, jonka sovellus näyttää',
    submit: 'Ota käyttöön',
  },
  fields: {
    app: 'Sovelluksen koodi',
    appHint: 'Kuusi numeroa. Sovellus näyttää uuden koodin 30 sekunnin välein.',
    recovery: 'Varakoodi',
    recoveryHint: '16 merkkiä, kuten tulostitte tai kopioitte ne',
    any: 'Sovelluksen koodi',
    anyHint: 'Myös varakoodi käy.',
  },
  codes: {
    title: 'Varakoodinne',
    on: 'Toinen vaihe on käytössä. Teidät on kirjattu ulos kaikista muista laitteista.',
    renewed: 'Uudet koodit on tehty. Vanhat eivät enää toimi.',
    text: 'Tulostakaa tai kopioikaa ne nyt: ne näytetään vain tämän kerran. Jos puhelin ei ole käytettävissä, kukin niistä korvaa sovelluksen kerran. Säilyttäkää ne paikassa, josta kukaan muu ei löydä niitä.',
    print: 'Tulosta',
    copy: 'Kopioi koodit',
    copied: 'Koodit on kopioitu.',
    next: 'Koodit ovat tallessa, jatka',
  },
  renew: {
    title: 'Uudet varakoodit',
    lead: 'Saatte kymmenen uutta koodia. Vanhat lakkaavat toimimasta.',
    submit: 'Tee uudet koodit',
  },
  end: {
    title: 'Toisen vaiheen poistaminen käytöstä',
    lead: 'Sen jälkeen kirjautumiseen riittää salasana tai sähköpostin koodi. Verkostot, jotka edellyttävät toista vaihetta, pysyvät teiltä suljettuina, kunnes otatte sen uudelleen käyttöön.',
    submit: 'Poista käytöstä',
    done: 'Toinen vaihe on poistettu käytöstä.',
  },
  signIn: {
    title: 'Toinen vaihe',
    lead: 'Kirjoittakaa koodi, jonka puhelimenne sovellus nyt näyttää.',
    recoveryLead: 'Kirjoittakaa yksi talteen ottamistanne varakoodeista. Kukin toimii kerran.',
    submit: 'Kirjaudu sisään',
    recovery: 'Käyttäkää varakoodia',
    app: 'Käyttäkää sovelluksen koodia',
    again: 'Aloittakaa alusta',
    lost: 'Puuttuvatko sekä puhelin että varakoodit? Kirjoittakaa alustan ylläpidolle.',
    passwordSaved: 'Uusi salasana on tallennettu. Seuraavaksi tulee toinen vaihe.',
  },
  setting: {
    label: 'Kirjautumisen toinen vaihe',
    hint: 'Se, jolta vaihe edellytetään ja puuttuu, ottaa sen käyttöön ennen kuin mitään verkostosta avautuu.',
    nobody: 'Ei edellytetä keneltäkään',
    case_roles:
      'Edellytetään kaikilta, jotka voivat avata luottamuksellisia tietoja: koordinaattorit, organisaatioiden vastuuhenkilöt, kouluttajat, mentorit, tapaustyöntekijät, suojelusta vastaavat, tietosuojavastaavat',
    everyone: 'Edellytetään kaikilta, joilla on rooli verkostossa',
  },
  operator: {
    title: 'Henkilön toisen vaiheen poistaminen käytöstä',
    lead: 'Henkilölle, joka on menettänyt puhelimensa ja varakoodinsa. Varmistakaa muulla tavoin, että kyse on hänestä. Hänen istuntonsa päättyvät, ja hän saa sähköpostin.',
    open: 'Poistakaa käytöstä henkilöltä',
    reason: 'Syy',
    reasonHint: 'Esimerkiksi miten varmistitte, kuka hän on. Ei henkilötietoja.',
    submit: 'Poista toinen vaihe käytöstä',
    done: 'Toinen vaihe on poistettu käytöstä. Henkilö saa sähköpostin.',
  },
  events: {
    second_step: {
      switched_on: 'Kirjautumisen toinen vaihe otettiin käyttöön',
      switched_off: 'Kirjautumisen toinen vaihe poistettiin käytöstä',
      removed: 'Ylläpito poisti henkilön toisen vaiheen käytöstä',
      codes_renewed: 'Uudet varakoodit tehtiin',
      recovery_used: 'Varakoodia käytettiin',
    },
  },
} satisfies Shape<typeof source>;
