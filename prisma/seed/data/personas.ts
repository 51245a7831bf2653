import type { Role } from '@tessera/core/permissions.ts';
import type { Origin } from './names.ts';

export type SeedRole = {
  network: string;
  role: Role;
  /** Key of the institution for which the role is held. */
  institution?: string;
  capabilities?: string[];
};

/** A person whose name and address the demo's stories know. Leaders have an alias and no name. */
export type Persona = {
  mailbox: string;
  given: string;
  family: string;
  origin: Origin;
  language: string | null;
  roles: SeedRole[];
};

const in_ = (network: string, role: Role, more: Omit<SeedRole, 'network' | 'role'> = {}): SeedRole => ({
  network,
  role,
  ...more,
});

export const personas: Persona[] = [
  {
    mailbox: 'admin',
    given: 'Petra',
    family: 'Winter',
    origin: 'de',
    language: 'en',
    roles: [in_('platform', 'platform_admin')],
  },

  {
    mailbox: 'coord.un',
    given: 'Adriana',
    family: 'Câmpean',
    origin: 'ro',
    language: 'ro',
    roles: [in_('un', 'coordinator')],
  },
  {
    mailbox: 'coord.mures',
    given: 'Tudor',
    family: 'Săvulescu',
    origin: 'ro',
    language: 'ro',
    roles: [in_('un-ms-1', 'coordinator'), in_('un-ms-2', 'coordinator')],
  },
  {
    mailbox: 'coord.harghita',
    given: 'Melinda',
    family: 'Tankó',
    origin: 'hu',
    language: 'hu',
    roles: [in_('un-hr-1', 'coordinator'), in_('un-hr-2', 'coordinator')],
  },
  {
    mailbox: 'coord.covasna',
    given: 'Szabolcs',
    family: 'Bodor',
    origin: 'hu',
    language: 'hu',
    roles: [in_('un-cv-1', 'coordinator'), in_('un-cv-2', 'coordinator')],
  },
  {
    mailbox: 'primar.panet',
    given: 'Sándor',
    family: 'Kutasi',
    origin: 'hu',
    language: 'hu',
    roles: [
      in_('un', 'institution_manager', { institution: 'panet' }),
      in_('un-ms-1', 'institution_manager', { institution: 'panet' }),
    ],
  },
  {
    mailbox: 'im.band',
    given: 'Viorica',
    family: 'Grama',
    origin: 'ro',
    language: 'ro',
    roles: [
      in_('un', 'institution_manager', { institution: 'band' }),
      in_('un-ms-1', 'institution_manager', { institution: 'band' }),
    ],
  },
  {
    mailbox: 'trainer.un',
    given: 'Horea',
    family: 'Vlașin',
    origin: 'ro',
    language: 'ro',
    roles: [in_('un', 'trainer'), in_('un-ms-1', 'trainer'), in_('un-ms-2', 'trainer')],
  },
  {
    mailbox: 'trainer2.un',
    given: 'Tünde',
    family: 'Becsek',
    origin: 'hu',
    language: 'hu',
    roles: [
      in_('un', 'trainer'),
      in_('un-hr-1', 'trainer'),
      in_('un-hr-2', 'trainer'),
      in_('un-cv-1', 'trainer'),
      in_('un-cv-2', 'trainer'),
    ],
  },
  {
    mailbox: 'trainer.ubb',
    given: 'Crina',
    family: 'Dobrescu',
    origin: 'ro',
    language: 'ro',
    roles: [in_('un', 'trainer', { institution: 'ubb' }), in_('bg-model', 'trainer', { institution: 'ubb' })],
  },

  {
    mailbox: 'coord.bg',
    given: 'Ралица',
    family: 'Вълчева',
    origin: 'bg',
    language: 'bg',
    roles: [in_('bg-model', 'coordinator')],
  },
  {
    mailbox: 'trainer.bg',
    given: 'Боян',
    family: 'Керанов',
    origin: 'bg',
    language: 'bg',
    roles: [in_('bg-model', 'trainer')],
  },
  {
    mailbox: 'trainer2.bg',
    given: 'Снежана',
    family: 'Гочева',
    origin: 'bg',
    language: 'bg',
    roles: [in_('bg-model', 'trainer')],
  },
  {
    mailbox: 'mentor.k',
    given: 'Камелия',
    family: 'Шопова',
    origin: 'bg',
    language: 'bg',
    roles: [in_('bg-model', 'mentor')],
  },
  {
    mailbox: 'l07',
    given: 'Leader',
    family: 'L07',
    origin: 'bg',
    language: 'en',
    roles: [in_('bg-model', 'community_leader')],
  },
  {
    mailbox: 'bga.viewer',
    given: 'Огнян',
    family: 'Дряновски',
    origin: 'bg',
    language: 'bg',
    roles: [in_('bg-model', 'viewer'), in_('un', 'viewer')],
  },

  {
    mailbox: 'coord.soms',
    given: 'Friederike',
    family: 'Oltmann',
    origin: 'de',
    language: 'de',
    roles: [in_('soms', 'coordinator')],
  },
  {
    mailbox: 'trainer.soms',
    given: 'Wiebke',
    family: 'Tamm',
    origin: 'de',
    language: 'de',
    roles: [in_('soms', 'trainer')],
  },
  {
    mailbox: 'adviser.ro',
    given: 'Ruxandra',
    family: 'Pintilie',
    origin: 'ro',
    language: 'ro',
    roles: [in_('soms', 'outreach_adviser')],
  },
  {
    mailbox: 'jurist',
    given: 'Konrad',
    family: 'Esser',
    origin: 'de',
    language: 'de',
    roles: [in_('soms', 'outreach_adviser', { capabilities: ['legal_reviewer'] })],
  },

  {
    mailbox: 'coord.fi',
    given: 'Leena',
    family: 'Ojaniemi',
    origin: 'fi',
    language: 'fi',
    roles: [in_('involvim', 'coordinator'), in_('inv-fi', 'coordinator')],
  },
  {
    mailbox: 'coord.pt',
    given: 'Margarida',
    family: 'Serrano',
    origin: 'pt',
    language: 'pt',
    roles: [in_('inv-pt', 'coordinator')],
  },
  {
    mailbox: 'coord.pl',
    given: 'Wojciech',
    family: 'Gajda',
    origin: 'pl',
    language: 'pl',
    roles: [in_('inv-pl', 'coordinator')],
  },
  {
    mailbox: 'coord.si',
    given: 'Alenka',
    family: 'Strmec',
    origin: 'sl',
    language: 'sl',
    roles: [in_('inv-si', 'coordinator')],
  },
  {
    mailbox: 'coord.ie',
    given: 'Brendan',
    family: 'Halpenny',
    origin: 'ie',
    language: 'en',
    roles: [in_('inv-ie', 'coordinator')],
  },
  {
    mailbox: 'osrodek.plock',
    given: 'Halina',
    family: 'Wysocka',
    origin: 'pl',
    language: 'pl',
    roles: [
      in_('inv-pl', 'institution_manager', { institution: 'pl-school-plock' }),
      in_('involvim', 'institution_manager', { institution: 'pl-school-plock' }),
    ],
  },
  {
    mailbox: 'geoss',
    given: 'Marjeta',
    family: 'Dolinšek',
    origin: 'sl',
    language: 'sl',
    roles: [
      in_('inv-si', 'institution_manager', { institution: 'geoss' }),
      in_('involvim', 'institution_manager', { institution: 'geoss' }),
    ],
  },
  {
    mailbox: 'louth',
    given: 'Catriona',
    family: 'McArdle',
    origin: 'ie',
    language: 'en',
    roles: [
      in_('inv-ie', 'institution_manager', { institution: 'louth' }),
      in_('involvim', 'institution_manager', { institution: 'louth' }),
    ],
  },
];
