import type { Shape } from '../../shape.ts';
import type { operator as source } from '../en/operator.ts';

export const operator = {
  title: 'Betrieb',
  lead: 'Was nicht funktioniert und wie groß die Netzwerke sind. Was Menschen geschrieben haben, steht hier nicht.',
  jobs: 'Fehlgeschlagene Aufträge',
  jobsLead:
    'Tessera hat jeden Auftrag mehrmals versucht. Beheben Sie die Ursache und starten Sie ihn neu: Nichts wird doppelt gesendet.',
  jobsCaption: 'Aufträge, die auf Sie warten, die neuesten zuerst. Zeiten: UTC',
  noJobs: 'Kein Auftrag ist fehlgeschlagen.',
  job: 'Auftrag für',
  network: 'Netzwerk',
  platform: 'Plattform',
  happened: 'Geschehen',
  failed: 'Fehlgeschlagen',
  why: 'Grund',
  code: 'Code: {{code}}',
  retries_one: '{{count}}-mal neu gestartet',
  retries_other: '{{count}}-mal neu gestartet',
  retry: 'Neu starten',
  retryOf: 'Neu starten: {{job}} ({{network}})',
  retried: 'Der Auftrag startet gleich neu.',
  gone: 'Dieser Auftrag steht nicht mehr auf der Liste: Er wurde schon neu gestartet.',
  networks: 'Netzwerke',
  networksCaption: 'Öffentliche Zahlen jedes Netzwerks',
  noNetworks: 'Es gibt noch kein Netzwerk.',
  institutions: 'Institutionen',
  openTrainings: 'Offene Schulungen',
  under: 'Teil von: {{network}}',
  kinds: { registered: 'Anmeldung', invited: 'Einladung' },
  failures: {
    mail_rate_limited: 'Der E-Mail-Dienst nimmt zurzeit keine weiteren E-Mails an.',
    mail_rejected:
      'Der E-Mail-Dienst hat diese E-Mail abgelehnt. Unverändert noch einmal senden hilft nicht.',
    mail_unavailable: 'Der E-Mail-Dienst hat nicht geantwortet.',
    database: 'Die Datenbank hat den Auftrag nicht ausgeführt.',
    domain: 'Was der Auftrag betrifft, hat sich inzwischen geändert.',
    stalled: 'Der Prozess endete, während er daran arbeitete.',
    error: 'Ein Fehler in Tessera. Mehr steht im Protokoll zu dieser Zeit.',
    unknown: 'Der Grund ist nicht bekannt. Mehr steht im Protokoll zu dieser Zeit.',
  },
} satisfies Shape<typeof source>;
