import type { Shape } from '../../shape.ts';
import type { patterns as source } from '../en/patterns.ts';

export const patterns = {
  tab: 'Vzorec',
  title: 'Začetek po zgledu drugega omrežja',
  lead: 'Novemu omrežju ni treba začeti iz nič. Nastavitve, obrazci in vsebine drugega omrežja se lahko kopirajo; osebe, ustanove, prijave in zaupni podatki nikoli.',
  start: {
    title: 'Kopiranje iz omrežja',
    source: 'Kakor omrežje',
    choose: 'Izberi',
    noSources:
      'Ne usklajujete nobenega drugega omrežja. Sem je mogoče kopirati le omrežja, katerih nastavitve urejate.',
    like: 'Kopiranje iz: {{network}}',
    kinds: 'Kaj se kopira',
    kindsHint: 'Kar že obstaja, ostane nespremenjeno.',
    submit: 'Kopiraj',
    empty: 'Začni prazno',
    operatorHint:
      'Samo omrežja, ki se ponujajo za vzorec. Kaj je bilo kopirano, izve koordinator novega omrežja.',
    counted: '{{kind}}: {{number}}',
  },
  kinds: {
    settings: 'Nastavitve in moduli',
    look: 'Barva in jeziki',
    retention: 'Roki hrambe',
    consents: 'Besedila privolitev',
    forms: 'Evalvacijski obrazci',
    certificates: 'Besedila potrdil',
    trainings: 'Usposabljanja',
    mentoring: 'Programi mentorstva',
    library: 'Knjižnica',
  },
  hints: {
    consents: 'Čakajo, dokler vsakega ne potrdite.',
    certificates: 'Brez imena podpisnika.',
    trainings: 'Kot osnutki, brez oseb in krajev. Datumi so začasni, pol leta naprej.',
    mentoring: 'V pripravi, z načrti, moduli in dogovori; brez oseb in datumov.',
    library: 'Kot osnutki z datotekami. Samo tisto, kar je last omrežja samega.',
  },
  settings: {
    evaluation: {
      levels: 'Vprašalniki usposabljanja',
      open_days: 'Dnevi, ko so vprašalniki odprti',
      days_before: 'Dnevi napovedi pred poznejšim vprašalnikom',
    },
    care: {
      emergency_numbers: 'Številke za klic v sili',
    },
  },
  look: {
    accent: 'Barva',
    languages: 'Jeziki',
    tree: 'Kateri jezik se prevaja iz katerega',
  },
  states: {
    running: 'v teku',
    done: 'končano',
    failed: 'ustavljeno',
    undone: 'razveljavljeno',
  },
  failures: {
    not_allowed:
      'Drugega omrežja ne smete več brati ali tega ne smete več spreminjati. Nič več se ne kopira.',
    network_closed: 'Tega omrežja trenutno ni mogoče spreminjati. Nič več se ne kopira.',
  },
  reasons: {
    there_already: 'To omrežje že ima svoje.',
    refused: 'Ne ustreza temu omrežju.',
    link: 'Ta povezava vodi do nečesa, kar ni bilo kopirano. Preverite jo.',
    shared: 'Partner jo deli z drugim omrežjem. Da jo boste brali tukaj, lastniku predlagajte partnerstvo.',
    institution: 'Pripada ustanovi drugega omrežja. Obrnite se na to ustanovo.',
    file_gone: 'Datoteke ni bilo več.',
  },
  runs: {
    title: 'Dosedanje kopije',
    at: 'Zahtevano',
    state: 'Stanje',
  },
  offer: {
    title: 'Biti vzorec drugim',
    label: 'To omrežje se sme izbrati za vzorec',
    hint: 'Ko upravljavec ustanovi omrežje, se to lahko začne s kopijo vaših nastavitev, obrazcev, osnutkov in knjižnice. Upravljavec tega ne vidi.',
    save: 'Shrani',
    saved: 'Shranjeno.',
  },
  report: {
    title: 'Kopija omrežja',
    of: 'Kopirano iz {{network}}',
    running: 'Kopija nastaja',
    progress: '{{percent}} % končano',
    stopped: 'Kopiranje se je ustavilo',
    again: 'Nadaljuj',
    waiting: 'Čaka na vašo potrditev',
    waitingLead: 'Nikogar ne vprašamo, dokler besedila ne preberete in potrdite.',
    take: 'Uporabi to besedilo',
    takeOf: 'Uporabi to besedilo: {{wording}}',
    taken: 'Odslej se sprašuje s tem besedilom.',
    copied: 'Kopirano',
    left: 'Nekopirano ali za preveritev',
    none: 'Nič.',
    thing: 'Kaj',
    reason: 'Zakaj',
    kind: 'Vrsta',
  },
  undo: {
    title: 'Razveljavi kopijo',
    lead: 'Vse kopirano bo odstranjeno. Besedila, ki ste jih potrdili, ostanejo.',
    keep: 'Obdrži',
    submit: 'Razveljavi',
    blocked: 'Nič ni bilo razveljavljeno, ker je bilo od takrat spremenjeno:',
    done: 'Kopija je razveljavljena.',
    blocker: '{{kind}}: {{title}}',
  },
  events: {
    pattern: {
      offered: 'Spremenjeno, ali je omrežje lahko vzorec',
      asked: 'Zahtevana kopija drugega omrežja',
      copied: 'Drugo omrežje je bilo kopirano',
      stopped: 'Kopiranje drugega omrežja se je ustavilo',
      undone: 'Kopija drugega omrežja razveljavljena',
    },
  },
} satisfies Shape<typeof source>;
