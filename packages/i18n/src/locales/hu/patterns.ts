import type { Shape } from '../../shape.ts';
import type { patterns as source } from '../en/patterns.ts';

export const patterns = {
  tab: 'Minta',
  title: 'Kezdés egy másik hálózat mintájára',
  lead: 'Egy új hálózatnak nem kell a semmiből indulnia. Egy másik hálózat beállításai, űrlapjai és tartalmai átmásolhatók; személyek, intézmények, jelentkezések és bizalmas adatok soha.',
  start: {
    title: 'Másolás egy hálózatból',
    source: 'Mint ez a hálózat',
    choose: 'Kiválasztás',
    noSources:
      'Ön nem koordinál más hálózatot. Ide csak olyan hálózat másolható, amelynek beállításait Ön kezeli.',
    like: 'Másolás innen: {{network}}',
    kinds: 'Mi kerül átmásolásra',
    kindsHint: 'Ami már megvan, változatlan marad.',
    submit: 'Másolás',
    empty: 'Üres kezdés',
    operatorHint:
      'Csak azok a hálózatok, amelyek mintaként felajánlják magukat. Hogy mi lett átmásolva, az új hálózat koordinátora tudja meg.',
    counted: '{{kind}}: {{number}}',
  },
  kinds: {
    settings: 'Beállítások és modulok',
    look: 'Szín és nyelvek',
    retention: 'Megőrzési idők',
    consents: 'Hozzájárulások szövegei',
    forms: 'Értékelő űrlapok',
    certificates: 'Tanúsítványok szövegei',
    trainings: 'Képzések',
    mentoring: 'Mentorprogramok',
    library: 'Könyvtár',
  },
  hints: {
    consents: 'Várnak, amíg Ön mindegyiket jóvá nem hagyja.',
    certificates: 'Az aláíró neve nélkül.',
    trainings:
      'Piszkozatként, személyek és helyszínek nélkül. Az időpontok ideiglenesek, fél évvel későbbre esnek.',
    mentoring: 'Tervezés alatt, tervekkel, modulokkal és megállapodásokkal; személyek és időpontok nélkül.',
    library: 'Piszkozatként, a fájlokkal együtt. Csak az, ami magáé a hálózaté.',
  },
  settings: {
    evaluation: {
      levels: 'Egy képzés kérdőívei',
      open_days: 'Ennyi napig nyitottak a kérdőívek',
      days_before: 'Ennyi nappal előbb szólunk a későbbi kérdőívről',
    },
    care: {
      emergency_numbers: 'Segélyhívó számok',
    },
  },
  look: {
    accent: 'Szín',
    languages: 'Nyelvek',
    tree: 'Melyik nyelvre melyikből fordítanak',
  },
  states: {
    running: 'folyamatban',
    done: 'kész',
    failed: 'leállt',
    undone: 'visszavonva',
  },
  failures: {
    not_allowed:
      'Ön már nem olvashatja a másik hálózatot, vagy nem módosíthatja ezt. Több nem kerül átmásolásra.',
    network_closed: 'Ez a hálózat most nem módosítható. Több nem kerül átmásolásra.',
  },
  reasons: {
    there_already: 'Ennek a hálózatnak már van sajátja.',
    refused: 'Nem illik ebbe a hálózatba.',
    link: 'Ez a hivatkozás olyasmire mutat, ami nem lett átmásolva. Kérjük, ellenőrizze.',
    shared:
      'Egy partner osztja meg a másik hálózattal. Ha itt is olvasni szeretné, javasoljon partnerséget a tulajdonosnak.',
    institution: 'A másik hálózat egyik intézményéé. Kérjük, forduljon az intézményhez.',
    file_gone: 'A fájl már nem volt meg.',
  },
  runs: {
    title: 'Eddigi másolatok',
    at: 'Kérés ideje',
    state: 'Állapot',
  },
  offer: {
    title: 'Minta mások számára',
    label: 'Ez a hálózat mintának választható',
    hint: 'Amikor az üzemeltető hálózatot alapít, az az Önök beállításainak, űrlapjainak, piszkozatainak és könyvtárának másolatával indulhat. Az üzemeltető ezekből semmit sem lát.',
    save: 'Mentés',
    saved: 'Elmentve.',
  },
  report: {
    title: 'Hálózat másolata',
    of: 'Másolva innen: {{network}}',
    running: 'A másolat készül',
    progress: '{{percent}} % kész',
    stopped: 'A másolás megállt',
    again: 'Folytatás',
    waiting: 'Az Ön jóváhagyására vár',
    waitingLead: 'Senkit sem kérdezünk meg, amíg Ön a szöveget el nem olvasta és jóvá nem hagyta.',
    take: 'A szöveg használata',
    takeOf: 'A szöveg használata: {{wording}}',
    taken: 'Mostantól ezzel a szöveggel kérdezünk.',
    copied: 'Átmásolva',
    left: 'Nem lett átmásolva, vagy ellenőrizendő',
    none: 'Semmi.',
    thing: 'Mi',
    reason: 'Miért',
    kind: 'Fajta',
  },
  undo: {
    title: 'Másolat visszavonása',
    lead: 'Minden átmásolt dolog eltűnik. Az Ön által jóváhagyott szövegek megmaradnak.',
    keep: 'Megtartás',
    submit: 'Visszavonás',
    blocked: 'Semmi sem lett visszavonva, mert ez azóta megváltozott:',
    done: 'A másolat vissza van vonva.',
    blocker: '{{kind}}: {{title}}',
  },
  events: {
    pattern: {
      offered: 'Megváltoztatta, hogy a hálózat minta lehet-e',
      asked: 'Másik hálózat másolatát kérte',
      copied: 'Egy másik hálózat átmásolva',
      stopped: 'Egy másik hálózat másolása leállt',
      undone: 'Visszavonta egy másik hálózat másolatát',
    },
  },
} satisfies Shape<typeof source>;
