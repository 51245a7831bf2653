import type { Shape } from '../../shape.ts';
import type { patterns as source } from '../en/patterns.ts';

export const patterns = {
  tab: 'Model',
  title: 'Începeți ca o altă rețea',
  lead: 'O rețea nouă nu trebuie să pornească de la zero. Setările, formularele și conținutul altei rețele pot fi copiate; persoanele, instituțiile, înscrierile și datele confidențiale, niciodată.',
  start: {
    title: 'Copiați dintr-o rețea',
    source: 'Ca rețeaua',
    choose: 'Alegeți',
    noSources:
      'Nu coordonați nicio altă rețea. Aici se pot copia doar rețelele ale căror setări le administrați.',
    like: 'Copiere din: {{network}}',
    kinds: 'Ce se copiază',
    kindsHint: 'Ce există deja rămâne neschimbat.',
    submit: 'Copiați',
    empty: 'Începe goală',
    operatorHint: 'Doar rețelele care se oferă ca model. Coordonatorul rețelei noi află ce s-a copiat.',
    counted: '{{kind}}: {{number}}',
  },
  kinds: {
    settings: 'Setări și module',
    look: 'Culoare și limbi',
    retention: 'Termene de păstrare',
    consents: 'Texte de consimțământ',
    forms: 'Formulare de evaluare',
    certificates: 'Textele certificatelor',
    trainings: 'Instruiri',
    mentoring: 'Programe de mentorat',
    library: 'Bibliotecă',
  },
  hints: {
    consents: 'Așteaptă până când aprobați fiecare text.',
    certificates: 'Fără numele persoanei care semnează.',
    trainings: 'Ca proiecte, fără persoane și locuri. Datele sunt provizorii, peste o jumătate de an.',
    mentoring: 'În pregătire, cu planuri, module și acorduri; fără persoane și date calendaristice.',
    library: 'Ca proiecte, cu fișierele lor. Doar ce aparține rețelei înseși.',
  },
  settings: {
    evaluation: {
      levels: 'Chestionarele unei instruiri',
      open_days: 'Zile în care chestionarele sunt deschise',
      days_before: 'Zile de preaviz înainte de chestionarul ulterior',
    },
    care: {
      emergency_numbers: 'Numere de urgență',
    },
  },
  look: {
    accent: 'Culoare',
    languages: 'Limbi',
    tree: 'Din ce limbă se traduce fiecare limbă',
  },
  states: {
    running: 'în curs',
    done: 'încheiată',
    failed: 'oprită',
    undone: 'anulată',
  },
  failures: {
    not_allowed:
      'Nu mai aveți dreptul să citiți cealaltă rețea sau să o modificați pe aceasta. Nu se mai copiază nimic.',
    network_closed: 'Această rețea nu poate fi modificată acum. Nu se mai copiază nimic.',
  },
  reasons: {
    there_already: 'Această rețea are deja ceva propriu.',
    refused: 'Nu se potrivește în această rețea.',
    link: 'Acest link duce la ceva ce nu a fost copiat. Vă rugăm să îl verificați.',
    shared:
      'Un partener o pune la dispoziția celeilalte rețele. Propuneți un parteneriat proprietarului pentru a o citi aici.',
    institution: 'Aparține unei instituții din cealaltă rețea. Vă rugăm să întrebați acea instituție.',
    file_gone: 'Fișierul nu mai exista.',
  },
  runs: {
    title: 'Copii de până acum',
    at: 'Cerută la',
    state: 'Stare',
  },
  offer: {
    title: 'Fiți model pentru alții',
    label: 'Această rețea poate fi aleasă ca model',
    hint: 'Când operatorul înființează o rețea, aceasta poate porni cu o copie a setărilor, formularelor, proiectelor și bibliotecii dumneavoastră. Operatorul nu vede nimic din ele.',
    save: 'Salvați',
    saved: 'Salvat.',
  },
  report: {
    title: 'Copia unei rețele',
    of: 'Copiat din {{network}}',
    running: 'Copia se realizează',
    progress: '{{percent}} % gata',
    stopped: 'Copierea s-a oprit',
    again: 'Continuați',
    waiting: 'Așteaptă acordul dumneavoastră',
    waitingLead: 'Nimeni nu este întrebat înainte ca dumneavoastră să fi citit și aprobat textul.',
    take: 'Folosiți acest text',
    takeOf: 'Folosiți acest text: {{wording}}',
    taken: 'De acum, persoanele sunt întrebate cu aceste cuvinte.',
    copied: 'Copiate',
    left: 'Necopiate sau de verificat',
    none: 'Nimic.',
    thing: 'Ce',
    reason: 'De ce',
    kind: 'Fel',
  },
  undo: {
    title: 'Anulați copia',
    lead: 'Tot ce s-a copiat dispare. Textele pe care le-ați aprobat rămân.',
    keep: 'Păstrați',
    submit: 'Anulați copia',
    blocked: 'Nu s-a anulat nimic, deoarece între timp s-au modificat:',
    done: 'Copia este anulată.',
    blocker: '{{kind}}: {{title}}',
  },
  events: {
    pattern: {
      offered: 'A schimbat dacă rețeaua poate fi model',
      asked: 'A cerut o copie a altei rețele',
      copied: 'S-a copiat o altă rețea',
      stopped: 'Copierea altei rețele s-a oprit',
      undone: 'A anulat copia altei rețele',
    },
  },
} satisfies Shape<typeof source>;
