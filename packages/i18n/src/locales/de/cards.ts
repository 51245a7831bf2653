import type { Shape } from '../../shape.ts';
import type { cards as source } from '../en/cards.ts';

export const cards = {
  situations: {
    health_problem: 'Gesundheitliches Problem',
    pregnancy: 'Schwangerschaft',
    birth: 'Geburt',
    loss: 'Jemand oder etwas fehlt',
    abduction: 'Entführung',
    theft: 'Diebstahl',
    threat: 'Bedrohung',
    violence: 'Gewalt',
    report_risk: 'Eine Gefahr melden',
    general: 'Allgemeines',
    answers: 'Antworten zum Zeigen',
  },
  sides: {
    person_to_helper: 'Sagt der Mensch, der Hilfe sucht',
    helper_to_person: 'Sagt die helfende Person',
    both: 'Sagen beide',
  },
  answers: {
    yes_no: 'Ja oder nein',
    point_body: 'Auf den Körper zeigen',
    point_list: 'Auf eine Liste zeigen',
    number: 'Eine Zahl',
    time: 'Eine Uhrzeit',
    none: 'Keine Antwort',
  },
  states: {
    card: {
      draft: 'Entwurf',
      pictogram_ok: 'Bildzeichen angenommen',
      translating: 'Wird übersetzt',
      field_test: 'In der Erprobung',
      published: 'Veröffentlicht',
      revision_due: 'Zu überarbeiten',
      retired: 'Zurückgezogen',
    },
    text: {
      missing: 'Fehlt',
      draft: 'Entwurf',
      reviewed: 'Durchgesehen',
      verified: 'Geprüft',
      rejected: 'Abgelehnt',
    },
  },
  events: {
    card: {
      created: 'Eine Karte wurde angelegt',
      changed: 'Eine Karte wurde geändert',
      moved: 'Der Stand einer Karte wurde geändert',
      text_written: 'Der Text einer Karte wurde geschrieben',
      text_reviewed: 'Der Text einer Karte wurde durchgesehen',
      text_approved: 'Der Text einer Karte wurde bestätigt',
      text_rejected: 'Der Text einer Karte wurde abgelehnt',
      tested: 'Eine Karte wurde erprobt',
    },
  },
  emergency: 'Notruf',
} satisfies Shape<typeof source>;
