import type { Shape } from '../../shape.ts';
import type { operator as source } from '../en/operator.ts';

export const operator = {
  title: 'Üzemeltetés',
  lead: 'Mi nem működik, és mekkorák a hálózatok. Itt semmi sem mutatja, amit az emberek írtak.',
  jobs: 'Sikertelen feladatok',
  jobsLead:
    'A Tessera mindegyiket többször megpróbálta. Hárítsa el az okot, majd indítsa újra: semmit sem küldünk el kétszer.',
  jobsCaption: 'Beavatkozásra váró feladatok, elöl a legújabb. Időpontok: UTC',
  noJobs: 'Nincs sikertelen feladat.',
  job: 'A feladat tárgya',
  network: 'Hálózat',
  platform: 'Platform',
  happened: 'Történt',
  failed: 'Meghiúsult',
  why: 'Ok',
  code: 'Kód: {{code}}',
  retries_one: '{{count}} alkalommal újraindítva',
  retries_other: '{{count}} alkalommal újraindítva',
  retry: 'Újraindítás',
  retryOf: 'Újraindítás: {{job}} ({{network}})',
  retried: 'A feladat hamarosan újraindul.',
  gone: 'Ez a feladat már nincs a listán: már újraindították.',
  networks: 'Hálózatok',
  networksCaption: 'Az egyes hálózatok nyilvános adatai',
  noNetworks: 'Még nincs hálózat.',
  institutions: 'Intézmények',
  openTrainings: 'Nyitott képzések',
  under: 'Ide tartozik: {{network}}',
  kinds: { registered: 'Jelentkezés', invited: 'Meghívó' },
  failures: {
    mail_rate_limited: 'A levelezőszolgáltatás egyelőre nem fogad több levelet.',
    mail_rejected:
      'A levelezőszolgáltatás visszautasította a levelet. Változtatás nélkül újraküldeni nem segít.',
    mail_unavailable: 'A levelezőszolgáltatás nem válaszolt.',
    database: 'Az adatbázis nem hajtotta végre a kérést.',
    domain: 'A feladat tárgya időközben megváltozott.',
    stalled: 'A feldolgozó folyamat munka közben leállt.',
    error: 'Hiba a Tesserában. Az akkori napló többet mond.',
    unknown: 'Az ok nem ismert. Az akkori napló többet mond.',
  },
} satisfies Shape<typeof source>;
