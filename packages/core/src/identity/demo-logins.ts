import type { Role } from '../permissions.ts';

/** The password of every demo login. No other installation knows it. */
export const demoPassword = 'seven-small-tiles';

/** People whom a visitor of the demo meets first; the networks are filled with many more. */
export const demoLogins: { email: string; role: Role; network: string; name: string }[] = [
  { email: 'coord.un@demo.example', role: 'coordinator', network: 'un', name: 'Adriana Câmpean' },
  { email: 'primar.panet@demo.example', role: 'institution_manager', network: 'un', name: 'Kutasi Sándor' },
  { email: 'im.band@demo.example', role: 'institution_manager', network: 'un', name: 'Viorica Grama' },
  { email: 'trainer.un@demo.example', role: 'trainer', network: 'un', name: 'Horea Vlașin' },
  { email: 'coord.mures@demo.example', role: 'coordinator', network: 'un-ms-1', name: 'Tudor Săvulescu' },
  { email: 'mentor.k@demo.example', role: 'mentor', network: 'bg-model', name: 'Камелия Шопова' },
  { email: 'coord.soms@demo.example', role: 'coordinator', network: 'soms', name: 'Friederike Oltmann' },
  { email: 'coord.fi@demo.example', role: 'coordinator', network: 'involvim', name: 'Leena Ojaniemi' },
  { email: 'admin@demo.example', role: 'platform_admin', network: 'platform', name: 'Petra Winter' },
];
