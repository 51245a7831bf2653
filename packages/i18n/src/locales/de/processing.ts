import type { Shape } from '../../shape.ts';
import type { processing as source } from '../en/processing.ts';

export const processing = {
  title: 'Verzeichnis von Verarbeitungs\u00adtätigkeiten',
  lead: 'Welche Daten über Personen dieses Netzwerk führt, wozu, auf welcher Rechtsgrundlage, für wen und wie lange (Art. 30 DSGVO).',
  linkLead: 'Zwecke, Rechtsgrundlagen, Empfänger und Fristen, für die Aufsichtsbehörde.',
  scope:
    'Die Datenarten heißen hier so, wie die Personen sie in der Kopie ihrer eigenen Daten lesen. Zugänge und Geräte führt die Plattform für alle Netzwerke; sie stehen nicht hier.',
  defaults: 'Noch wie vorgeschlagen: {{open}} von {{total}}',
  defaultsText:
    'Vorschläge ersetzen nicht die Beurteilung durch die Datenschutzbeauftragten. Bitte entscheiden Sie über jede Rechtsgrundlage.',
  allDecided: 'Dieses Netzwerk hat über jeden Eintrag entschieden.',
  file: 'Verarbeitungsverzeichnis',
  columns: {
    activity: 'Verarbeitungstätigkeit',
    purpose: 'Zweck',
    area: 'Datenart',
    subjects: 'Betroffene Personen',
    classes: 'Kategorien von Daten',
    basis: 'Rechtsgrundlage',
    readers: 'Empfänger',
    kept: 'Aufbewahrung',
    protection: 'Schutz',
    decision: 'Entscheidung',
    note: 'Anmerkung',
  },
  letters: 'abcdefghij',
  article: 'Art. 6 Abs. 1 Buchst. {{letter}} DSGVO: {{text}}',
  specialArticle: 'Art. 9 Abs. 2 Buchst. {{letter}} DSGVO: {{text}}',
  bases: {
    a: 'Einwilligung',
    b: 'Vertrag',
    c: 'rechtliche Verpflichtung',
    d: 'lebenswichtige Interessen',
    e: 'Aufgabe im öffentlichen Interesse',
    f: 'berechtigte Interessen',
  },
  specialBases: {
    a: 'ausdrückliche Einwilligung',
    b: 'Arbeits- und Sozialrecht',
    c: 'lebenswichtige Interessen',
    d: 'Mitglieder einer Organisation ohne Gewinnzweck',
    e: 'von der Person öffentlich gemacht',
    f: 'Rechtsansprüche',
    g: 'erhebliches öffentliches Interesse',
    h: 'Gesundheits- oder Sozialbereich',
    i: 'öffentliche Gesundheit',
    j: 'Archiv, Forschung, Statistik',
  },
  suggested: 'Wie vorgeschlagen',
  decided: 'Entschieden am {{date}}',
  decidedBy: 'Entschieden am {{date}} von {{name}}',
  wordings: 'Wortlaut der Einwilligungen',
  classes: { per: 'personenbezogen', conf: 'vertraulich', spec: 'besondere Kategorien (Art. 9 DSGVO)' },
  sealed:
    'Zugriff nach Rolle. Vertrauliche Felder sind mit dem Schlüssel dieses Netzwerks verschlüsselt, jedes Lesen wird festgehalten.',
  open: 'Zugriff nach Rolle, von anderen Netzwerken getrennt',
  subjects: {
    members: 'Personen mit einer Rolle',
    participants: 'Teilnehmende',
    mentors: 'Mentorinnen und Mentoren',
    mentees: 'Mentees',
    applicants: 'Kontaktpersonen antragstellender Einrichtungen',
    affected: 'Personen, um die es in einer Schutzmeldung geht',
  },
  readers: {
    n: 'Ganzes Netzwerk: {{who}}',
    i: 'Eigene Einrichtung: {{who}}',
    o: 'Eigenes oder Zugewiesenes: {{who}}',
    s: 'Veröffentlichtes: {{who}}',
    none: 'Keine Rolle; nur die Person selbst',
  },
  recipients: {
    partners: 'Partnernetzwerke, soweit mit ihnen geteilt wird',
    mail: 'Der E-Mail-Dienst der Plattform',
    check: 'Wer den Prüfcode einer Bescheinigung hat',
  },
  until: 'Bis zur Löschung der Person oder zur Schließung des Netzwerks',
  activities: {
    people: {
      title: 'Personen und Rollen',
      purpose: 'Wissen, wer für das Netzwerk handelt und mit welchen Rechten.',
    },
    trainings: {
      title: 'Schulungen und Anmeldungen',
      purpose: 'Schulungen planen, Plätze vergeben und die Teilnehmenden erreichen.',
    },
    support: {
      title: 'Unterstützungsbedarf',
      purpose: 'Die Unterstützung bereitstellen, ohne die jemand nicht teilnehmen könnte.',
    },
    attendance: { title: 'Anwesenheit', purpose: 'Die Teilnahme nachweisen, auch gegenüber Fördergebern.' },
    certificates: {
      title: 'Bescheinigungen',
      purpose: 'Gelerntes so bescheinigen, dass andere es prüfen können.',
    },
    evaluations: {
      title: 'Auswertungen',
      purpose: 'Alle Teilnehmenden einmal fragen, wie eine Schulung war. Antworten tragen keinen Namen.',
    },
    mentoring: {
      title: 'Mentoring',
      purpose: 'Mentorinnen, Mentoren und Mentees zusammenbringen und begleiten.',
    },
    initiatives: {
      title: 'Initiativen',
      purpose: 'Initiativen durchführen und mit Einwilligung davon berichten.',
    },
    concerns: { title: 'Schutzmeldungen', purpose: 'Personen vor Schaden schützen.' },
    joining: {
      title: 'Anträge von Einrichtungen',
      purpose: 'Über die Aufnahme von Einrichtungen entscheiden.',
    },
    messages: { title: 'E-Mails und Hinweise', purpose: 'Personen mitteilen, was sie betrifft.' },
    rights: {
      title: 'Einwilligungen und Betroffenenrechte',
      purpose: 'Einwilligungen nachweisen und Anträge nach dem Datenschutzrecht beantworten.',
    },
    history: { title: 'Verlauf', purpose: 'Nachweisen, wer was geändert oder gelesen hat.' },
  },
  decide: {
    title: 'Über die Rechtsgrundlage entscheiden',
    basis: 'Rechtsgrundlage',
    suggestion: 'Vorschlag: {{basis}}',
    special: 'Ausnahme für besondere Kategorien',
    note: 'Anmerkung',
    noteHint:
      'Zum Beispiel das Gesetz, das die Aufgabe bestimmt. Höchstens 500 Zeichen. Die betroffenen Personen sehen es.',
    save: 'Entscheidung speichern',
    saved: 'Die Entscheidung ist gespeichert.',
  },
  own: {
    title: 'Auf welcher Grundlage Ihre Daten geführt werden',
    link: 'Auf welcher Grundlage dieses Netzwerk Ihre Daten führt',
    lead: 'Was dieses Netzwerk über Sie führt und die Rechtsgrundlage dafür.',
    none: 'Dieses Netzwerk führt nichts über Sie.',
  },
} satisfies Shape<typeof source>;
