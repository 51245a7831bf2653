import type { Shape } from '../../shape.ts';
import type { translators as source } from '../en/translators.ts';

export const translators = {
  title: 'Mit eigenen Werkzeugen übersetzen',
  lead: 'Nehmen Sie die offenen Texte als Datei mit, übersetzen Sie sie in Ihrem gewohnten Programm und bringen Sie die Datei zurück.',
  out: {
    title: 'Mitnehmen',
    lead: 'XLIFF 2.0, für jedes Sprachenpaar. Eine Datei enthält höchstens {{number}} Texte, Fehlendes zuerst.',
    pair: 'Aus {{from}} nach {{language}}',
    count_one: '{{count}} Text',
    count_other: '{{count}} Texte',
    download: 'XLIFF herunterladen',
    none: 'Nichts ist offen',
    noneText: 'Alle Texte in Ihren Sprachen sind übersetzt.',
    fileName: 'Übersetzung',
  },
  note: {
    kind: 'Art des Textes',
    field: 'Feld',
    longest: 'Höchstens {{number}} Zeichen',
    list: 'Ein Eintrag je Zeile',
    page: 'Wo er steht',
    medium: 'Nicht leicht zu lesen: {{number}} Wörter je Satz, {{percent}} % lange Wörter.',
    hard: 'Schwer zu lesen: {{number}} Wörter je Satz, {{percent}} % lange Wörter. Fragen Sie nach, ob es sich einfacher sagen lässt.',
  },
  back: {
    title: 'Zurückbringen',
    file: 'XLIFF-Datei',
    hint: 'XLIFF 2.0 oder 2.1, höchstens {{megabytes}} MB. Sie sehen zuerst, was sich ändern würde.',
    submit: 'Datei prüfen',
  },
  check: {
    title: 'Vor dem Übernehmen prüfen',
    lead: 'Aus {{from}} nach {{language}}. Noch ist nichts geändert.',
    text: 'Text',
    result: 'Was geschieht',
    machine: 'Bleibt als Maschinentext gekennzeichnet',
    take_one: '{{count}} Text übernehmen',
    take_other: '{{count}} Texte übernehmen',
    nothing: 'Nichts zu übernehmen',
    nothingText: 'Kein Text dieser Datei ist fertig und neu.',
    other: 'Andere Datei wählen',
    taken_one: '{{count}} Text ist übernommen.',
    taken_other: '{{count}} Texte sind übernommen.',
  },
  outcomes: {
    ready: 'Wird übernommen',
    same: 'Nichts Neues',
    unfinished: 'Nicht fertig: bleibt, wie es ist',
    stale: 'Der Ausgangstext hat sich seitdem geändert: bleibt, wie es ist',
    changed: 'Diese Übersetzung wurde seitdem geändert: bleibt, wie es ist',
    human: 'Ein von Menschen geschriebener Text ist aktuell: Maschinentext ersetzt ihn nicht',
    faulty: 'Passt nicht: {{field}}',
    not_yours: 'Sie schreiben diesen Text nicht: bleibt, wie es ist',
    unknown: 'In diesem Netzwerk nicht bekannt: wird ausgelassen',
  },
  events: {
    translation_file: {
      kept: 'Datei mit Übersetzungen zurückgebracht',
      taken: 'Datei mit Übersetzungen übernommen',
    },
  },
} satisfies Shape<typeof source>;
