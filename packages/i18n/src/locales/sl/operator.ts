import type { Shape } from '../../shape.ts';
import type { operator as source } from '../en/operator.ts';

export const operator = {
  title: 'Delovanje platforme',
  lead: 'Kaj ne deluje in kako velike so mreže. Nič od tega ne kaže, kaj so ljudje pisali.',
  jobs: 'Neuspela opravila',
  jobsLead:
    'Tessera je vsako opravilo poskusila izvesti večkrat. Odpravite vzrok in ga zaženite znova: nič se ne pošlje dvakrat.',
  jobsCaption: 'Opravila, ki čakajo na vas, najnovejša najprej. Časovni pas: UTC',
  noJobs: 'Neuspelih opravil ni.',
  job: 'Opravilo za',
  network: 'Mreža',
  platform: 'Platforma',
  happened: 'Čas dogodka',
  failed: 'Čas napake',
  why: 'Razlog',
  code: 'Koda: {{code}}',
  retries_one: 'znova zagnano {{count}}-krat',
  retries_two: 'znova zagnano {{count}}-krat',
  retries_few: 'znova zagnano {{count}}-krat',
  retries_other: 'znova zagnano {{count}}-krat',
  retry: 'Zaženi znova',
  retryOf: 'Zaženi znova: {{job}} ({{network}})',
  retried: 'Opravilo se bo čez trenutek znova zagnalo.',
  gone: 'Tega opravila ni več na seznamu: znova je že zagnano.',
  networks: 'Mreže',
  networksCaption: 'Javne številke posameznih mrež',
  noNetworks: 'Mrež še ni.',
  institutions: 'Ustanove',
  openTrainings: 'Odprta usposabljanja',
  under: 'Del mreže: {{network}}',
  failures: {
    mail_rate_limited: 'Poštna storitev zaenkrat ne sprejema več sporočil.',
    mail_rejected:
      'Poštna storitev je to sporočilo zavrnila. Ponovno pošiljanje v enaki obliki ne bo pomagalo.',
    mail_unavailable: 'Poštna storitev se ni odzvala.',
    database: 'Podatkovna baza ni izvedla zahteve.',
    domain: 'To, na kar se opravilo nanaša, se je vmes spremenilo.',
    stalled: 'Delovni proces se je med tem opravilom ustavil.',
    error: 'Napaka v Tesseri. Več pove dnevnik iz tega časa.',
    unknown: 'Razlog ni znan. Več pove dnevnik iz tega časa.',
  },
} satisfies Shape<typeof source>;
