/** A phase of funding as the sources give it; money in minor units. Children without an own phase inherit the parent's. */
export type SeedPhase = {
  network: string;
  title: string;
  startsOn: string;
  endsOn: string;
  note: string;
  participantForm: 'none' | 'annex_II' | 'local';
  reportingCycle: 'quarter' | 'semester' | 'year';
  funders: { name: string; url?: string; disclaimer?: string }[];
  budget: { kind: 'total' | 'own_contribution' | 'grant'; amountMinor: bigint; currency: string }[];
};

export const phases: SeedPhase[] = [
  {
    network: 'soms',
    title: 'EhAP Plus model project',
    startsOn: '2022-10-01',
    endsOn: '2026-09-30',
    note: '',
    participantForm: 'annex_II',
    reportingCycle: 'semester',
    funders: [
      { name: 'Federal Ministry of Labour and Social Affairs (BMAS)', url: 'https://www.bmas.de' },
      {
        name: 'European Union – ESF Plus',
        url: 'https://european-social-fund-plus.ec.europa.eu',
        disclaimer: 'Co-funded by the European Union through the European Social Fund Plus (ESF Plus).',
      },
      {
        name: 'EU Equal Treatment Office of the Federal Government Commissioner for Migration, Refugees and Integration',
        url: 'https://www.eu-gleichbehandlungsstelle.de',
      },
      { name: 'Federal Government Commissioner for Anti-Racism' },
    ],
    budget: [],
  },
  {
    network: 'involvim',
    title: 'Interreg Europe project',
    startsOn: '2024-04-01',
    endsOn: '2028-06-20',
    note: 'Another public page names 31 March 2028 as the end.',
    participantForm: 'none',
    reportingCycle: 'semester',
    funders: [
      {
        name: 'European Union – Interreg Europe',
        url: 'https://www.interregeurope.eu',
        disclaimer: 'Co-funded by the European Union through Interreg Europe.',
      },
    ],
    budget: [],
  },
  {
    network: 'bg-model',
    title: 'Strategic project',
    startsOn: '2021-08-01',
    endsOn: '2024-04-30',
    note: 'Start computed from a public page that names 33 months until April 2024.',
    participantForm: 'local',
    reportingCycle: 'quarter',
    funders: [{ name: 'Active Citizens Fund Bulgaria', url: 'https://www.activecitizensfund.bg' }],
    budget: [],
  },
  {
    network: 'un',
    title: 'United Networks, first edition',
    startsOn: '2015-05-01',
    endsOn: '2017-01-31',
    note: '',
    participantForm: 'local',
    reportingCycle: 'quarter',
    funders: [{ name: 'EEA Grants – RO10 CORAI', url: 'https://eeagrants.org' }],
    budget: [
      { kind: 'total', amountMinor: 175_699_600n, currency: 'RON' },
      { kind: 'own_contribution', amountMinor: 17_569_960n, currency: 'RON' },
      { kind: 'grant', amountMinor: 158_129_640n, currency: 'RON' },
    ],
  },
];
