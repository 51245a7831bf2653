import type { Shape } from '../../shape.ts';
import type { patterns as source } from '../en/patterns.ts';

export const patterns = {
  tab: 'Vorlage',
  title: 'Wie ein anderes Netzwerk beginnen',
  lead: 'Ein neues Netzwerk muss nicht leer beginnen. Einstellungen, Formulare und Inhalte eines anderen Netzwerks können kopiert werden; Personen, Institutionen, Anmeldungen und Vertrauliches nie.',
  start: {
    title: 'Aus einem Netzwerk kopieren',
    source: 'Wie das Netzwerk',
    choose: 'Auswählen',
    noSources:
      'Sie koordinieren kein anderes Netzwerk. Nur Netzwerke, deren Einstellungen Sie verwalten, können hierher kopiert werden.',
    like: 'Kopieren aus: {{network}}',
    kinds: 'Was kopiert wird',
    kindsHint: 'Was schon da ist, bleibt unverändert.',
    submit: 'Kopieren',
    empty: 'Leer beginnen',
    operatorHint:
      'Nur Netzwerke, die sich als Vorlage anbieten. Was kopiert wurde, erfährt die Koordination des neuen Netzwerks.',
    counted: '{{kind}}: {{number}}',
  },
  kinds: {
    settings: 'Einstellungen und Module',
    look: 'Farbe und Sprachen',
    retention: 'Aufbewahrungsfristen',
    consents: 'Texte der Einwilligungen',
    forms: 'Evaluationsbögen',
    certificates: 'Texte der Zertifikate',
    trainings: 'Schulungen',
    mentoring: 'Mentoringprogramme',
    library: 'Bibliothek',
  },
  hints: {
    consents: 'Sie warten, bis Sie jedem Text zustimmen.',
    certificates: 'Ohne den Namen der unterzeichnenden Person.',
    trainings: 'Als Entwürfe ohne Personen und Orte. Die Termine sind Platzhalter in einem halben Jahr.',
    mentoring: 'In Planung, mit Plänen, Modulen und Vereinbarungen; ohne Personen und Termine.',
    library: 'Als Entwürfe mit ihren Dateien. Nur was dem Netzwerk selbst gehört.',
  },
  settings: {
    evaluation: {
      levels: 'Fragebögen einer Schulung',
      open_days: 'Tage, an denen Fragebögen offen sind',
      days_before: 'Tage Vorlauf vor dem späteren Fragebogen',
    },
    care: {
      emergency_numbers: 'Notrufnummern',
    },
  },
  look: {
    accent: 'Farbe',
    languages: 'Sprachen',
    tree: 'Welche Sprache aus welcher übersetzt wird',
  },
  states: {
    running: 'läuft',
    done: 'fertig',
    failed: 'abgebrochen',
    undone: 'rückgängig gemacht',
  },
  failures: {
    not_allowed:
      'Sie dürfen das andere Netzwerk nicht mehr lesen oder dieses nicht mehr ändern. Es wird nichts weiter kopiert.',
    network_closed: 'Dieses Netzwerk kann derzeit nicht geändert werden. Es wird nichts weiter kopiert.',
  },
  reasons: {
    there_already: 'Dieses Netzwerk hat bereits Eigenes.',
    refused: 'Es passt nicht in dieses Netzwerk.',
    link: 'Dieser Link führt zu etwas, das nicht kopiert wurde. Bitte prüfen Sie ihn.',
    shared:
      'Ein Partner teilt es mit dem anderen Netzwerk. Schlagen Sie dem Eigentümer eine Partnerschaft vor, um es hier zu lesen.',
    institution: 'Es gehört einer Institution des anderen Netzwerks. Bitte fragen Sie diese Institution.',
    file_gone: 'Die Datei war nicht mehr vorhanden.',
  },
  runs: {
    title: 'Bisherige Kopien',
    at: 'Angefordert am',
    state: 'Stand',
  },
  offer: {
    title: 'Vorlage für andere sein',
    label: 'Dieses Netzwerk darf als Vorlage gewählt werden',
    hint: 'Wenn der Betreiber ein Netzwerk gründet, kann es mit einer Kopie Ihrer Einstellungen, Formulare, Entwürfe und Bibliothek beginnen. Der Betreiber sieht davon nichts.',
    save: 'Speichern',
    saved: 'Gespeichert.',
  },
  report: {
    title: 'Kopie eines Netzwerks',
    of: 'Kopiert aus {{network}}',
    running: 'Die Kopie wird erstellt',
    progress: '{{percent}} % fertig',
    stopped: 'Die Kopie ist stehen geblieben',
    again: 'Fortsetzen',
    waiting: 'Wartet auf Ihre Zustimmung',
    waitingLead: 'Niemand wird danach gefragt, bevor Sie den Text gelesen und ihm zugestimmt haben.',
    take: 'Diesen Text verwenden',
    takeOf: 'Diesen Text verwenden: {{wording}}',
    taken: 'Ab jetzt wird mit diesem Text gefragt.',
    copied: 'Kopiert',
    left: 'Nicht kopiert oder zu prüfen',
    none: 'Nichts.',
    thing: 'Was',
    reason: 'Warum',
    kind: 'Art',
  },
  undo: {
    title: 'Kopie rückgängig machen',
    lead: 'Alles Kopierte wird entfernt. Texte, denen Sie zugestimmt haben, bleiben.',
    keep: 'Behalten',
    submit: 'Rückgängig machen',
    blocked: 'Nichts wurde rückgängig gemacht, weil dies seither geändert wurde:',
    done: 'Die Kopie ist rückgängig gemacht.',
    blocker: '{{kind}}: {{title}}',
  },
  events: {
    pattern: {
      offered: 'Geändert, ob das Netzwerk Vorlage sein darf',
      asked: 'Kopie eines anderen Netzwerks angefordert',
      copied: 'Ein anderes Netzwerk wurde kopiert',
      stopped: 'Die Kopie eines anderen Netzwerks ist abgebrochen',
      undone: 'Kopie eines anderen Netzwerks rückgängig gemacht',
    },
  },
} satisfies Shape<typeof source>;
