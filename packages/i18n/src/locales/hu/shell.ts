import type { Shape } from '../../shape.ts';
import type { shell as source } from '../en/shell.ts';

export const shell = {
  skip: 'Ugrás a tartalomhoz',
  home: 'Tessera, kezdőlap',
  mainNavigation: 'Főmenü',
  networkNavigation: 'A hálózat oldalai',
  pending: 'Betöltés',
  signIn: 'Bejelentkezés',
  signOut: 'Kijelentkezés',
  menu: {
    person: 'Saját menü',
    sections: 'A hálózat oldalai',
    network: 'Hálózatváltás',
    allNetworks: 'Minden hálózat',
    start: 'Teendőim most',
    account: 'Fiók',
    sessions: 'Bejelentkezett eszközök',
    operator: 'Üzemeltetés',
  },
  nav: {
    overview: 'Áttekintés',
    trainings: 'Képzések',
    calendar: 'Naptár',
    institutions: 'Intézmények',
    registrations: 'Jelentkezéseim',
    certificates: 'Igazolásaim',
    members: 'Tagok',
    history: 'Előzmények',
    settings: 'Beállítások',
  },
  language: {
    label: 'Nyelv',
    title: 'Nyelv',
    lead: 'Az Önnek szóló oldalak, üzenetek és dokumentumok ezen a nyelven jelennek meg.',
    choose: 'Válasszon nyelvet',
    changed: 'A nyelv megváltozott.',
  },
  theme: {
    label: 'Színek',
    light: 'Világos',
    dark: 'Sötét',
    auto: 'Az eszköz szerint',
    changed: 'A színek megváltoztak.',
  },
  demo: {
    label: 'Demó',
    text: 'Bemutató adatok. A helyek valósak, a részvétel kitalált.',
    mail: 'A demólevelek olvasása',
  },
  footer: {
    about: 'Intézményi hálózatok közös alapon.',
    verify: 'Igazolás ellenőrzése',
    networks: 'Minden hálózat',
    api: 'Programozási felület',
  },
  flash: { label: 'Üzenet', close: 'Üzenet bezárása' },
  formProblems_one: 'Egy mezőt ellenőrizni kell',
  formProblems_other: '{{count}} mezőt ellenőrizni kell',
  formRefused: 'Ezt nem sikerült végrehajtani',
  problem: {
    status: 'Hiba: {{status}}',
    home: 'A kezdőlapra',
    back: 'Vissza',
    requestId: 'Ha bejelenti a hibát, adja meg ezt a számot: {{id}}',
    notFound: {
      title: 'Ez az oldal nem létezik',
      text: 'Lehet, hogy elírás van a címben, vagy az oldal Önnek nem érhető el. Ha ehhez a hálózathoz tartozik, előbb jelentkezzen be.',
    },
    gone: {
      title: 'Ez a hivatkozás már nem érvényes',
      text: 'Már felhasználták, vagy túl régi. Kérjen újat.',
    },
    forbidden: {
      title: 'Ehhez nincs jogosultsága',
      text: 'Ezt az oldalt olvashatja, de a szerepköre ezt a lépést nem engedi. A hálózat koordinátora tud segíteni.',
    },
    foreignForm: {
      title: 'Ez az űrlap egy másik webhelyről érkezett',
      text: 'Az Ön biztonsága érdekében nem fogadtuk el. Nyissa meg az oldalt itt, és küldje el újra az űrlapot.',
    },
    conflict: {
      title: 'Ez már nem lehetséges',
      text: 'Időközben valami megváltozott. Lépjen vissza, töltse be újra az oldalt, és nézze meg a jelenlegi állapotot.',
    },
    tooMany: {
      title: 'Túl sok próbálkozás',
      text: 'Kérjük, várjon néhány percet, majd próbálja újra.',
    },
    tooLarge: {
      title: 'Ez túl nagy',
      text: 'Egy űrlap legfeljebb egy megabájt lehet. Rövidítse le, és küldje el újra.',
    },
    notUnderstood: {
      title: 'Ezt a kérést nem tudtuk értelmezni',
      text: 'Lépjen vissza, töltse be újra az oldalt, és ismételje meg a lépést.',
    },
    failed: {
      title: 'Nálunk történt hiba',
      text: 'Semmi sem veszett el, amit már visszaigazoltunk Önnek. Kérjük, próbálja újra néhány perc múlva.',
    },
  },
  front: {
    title: 'Intézményi hálózatok',
    lead: 'A Tesserában regionális intézményi hálózatok terveznek képzéseket, jelentkeztetik a munkatársakat és őrzik az igazolásaikat.',
    signInLead: 'A tagok a jelentkezéseiket, az igazolásaikat és a teendőiket is látják.',
    mosaic:
      'Minden intézmény egy csempe, minden hálózat egy szín: {{institutions}} intézmény, {{networks}} hálózat.',
    networks: 'Hálózatok',
    networksLead: 'Amit egy hálózat mindenkinek megmutat, az bejelentkezés nélkül is olvasható.',
    empty: 'Még nincs nyilvános hálózat.',
    emptyHint: 'A tagok bejelentkezés után megtalálják a sajátjukat.',
    institutions_one: '{{count}} intézmény',
    institutions_other: '{{count}} intézmény',
    openTrainings_one: '{{count}} nyitott képzés',
    openTrainings_other: '{{count}} nyitott képzés',
    noOpenTrainings: 'nincs nyitott képzés',
    forWhom: 'Kinek szól',
    coordinator: 'A koordinátorok',
    coordinatorText:
      'hálózatot vezetnek: képzéseket terveznek, látják, ki hiányzik, és igazolásokat állítanak ki.',
    manager: 'Az intézményi felelősök',
    managerText: 'egy lépésben jelentkeztetik a munkatársakat, és azonnal látják, melyik hely biztos.',
    mentor: 'A mentorok és az oktatók',
    mentorText:
      'megtalálják a következő alkalmat, jelölik a részvételt, és rendben tartják a nyilvántartást.',
  },
} satisfies Shape<typeof source>;
