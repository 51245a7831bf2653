/** What may be shown of whom: every motif says who drew it, and under which licence it may be used. */
export type Pictogram = { author: string; licence: string; source: string | null };

/** Motifs of Health Icons, with their place in that set. */
export const healthIcons = {
  alert: 'symbols/alert_triangle',
  allergy: 'conditions/allergies',
  ambulance: 'vehicles/ambulance',
  angry: 'emotions/angry',
  baby: 'people/baby_0203_alt',
  bank_card: 'objects/credit_card',
  belly_pain: 'conditions/intestinal-pain',
  bicycle: 'vehicles/bike',
  blood: 'body/blood_drop',
  body: 'body/body',
  calendar: 'objects/calendar',
  child: 'people/boy_0105y',
  child_care: 'people/child_care',
  communication: 'symbols/communication',
  crowd: 'people/i_groups_perspective_crowd',
  doctor: 'people/doctor',
  ear: 'body/ear',
  eye: 'body/eye',
  girl: 'people/girl_0105y',
  greeting: 'emotions/happy',
  home: 'places/home',
  hospital: 'places/hospital',
  injury: 'people/traumatism',
  interpreter: 'people/group_discussion_meeting',
  language: 'symbols/globe',
  leave: 'exercise/running',
  lungs: 'body/lungs',
  man: 'people/man',
  market: 'places/market_stall',
  medicine: 'medications/medicines',
  missing_people: 'people/young_people',
  mobile: 'devices/mobile',
  money: 'objects/bills',
  no: 'symbols/no',
  nose: 'body/nose',
  officer: 'people/officer',
  old_woman: 'people/old_woman',
  pain: 'conditions/pain',
  park: 'places/forest',
  people: 'people/people',
  person: 'people/person',
  phone: 'objects/phone',
  place: 'symbols/geo_location',
  plaster: 'objects/bandage_adhesive',
  portrait: 'symbols/ui_user_profile',
  pregnant: 'people/pregnant',
  private_talk: 'symbols/secure_communication',
  question: 'symbols/question',
  report: 'symbols/i_note_action',
  tap: 'objects/running_water',
  together: 'people/female_and_male',
  unborn: 'people/fetus',
  woman: 'people/woman',
  woman_doctor: 'people/doctor_female',
  yes: 'symbols/yes',
} as const;

const box = (shapes: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 48 48" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">${shapes}</svg>`;

/** Motifs that were drawn for Tessera: strokes of 3 on 48, clear at 24 mm. */
export const drawn = {
  broken_house: box('<path d="M5 23 24 7l19 16M10 20v22h28V20"/><path d="m26 9-6 10 8 6-7 8 4 9"/>'),
  car: box(
    '<path d="M6 33v-8l5-3 5-9h15l7 9 5 3v8z"/><path d="M17 22h18"/><circle cx="14" cy="34" r="4" fill="#fff"/><circle cx="34" cy="34" r="4" fill="#fff"/>',
  ),
  clock: box('<circle cx="24" cy="24" r="19"/><path d="M24 12v12l8 6"/>'),
  fire: box(
    '<path d="M24 4c2 8 12 13 12 25a12 12 0 0 1-24 0c0-6 3-9 5-12 1 3 2 4 4 5 0-7 0-12 3-18z"/><path d="M24 27c1 4 4 5 4 7.5a4 4 0 0 1-8 0c0-2.5 3-3.5 4-7.5z" fill="currentColor"/>',
  ),
  identity_card: box(
    '<rect x="4" y="10" width="40" height="28" rx="3"/><circle cx="15" cy="21" r="4" fill="currentColor"/><path d="M9 32c1-5 11-5 12 0M27 19h11M27 26h11M27 32h7"/>',
  ),
  knife: box(
    '<path d="M28 14v15H4c4-9 12-15 24-15z" fill="currentColor"/><path d="M33 19h11" stroke-width="9" stroke-linecap="butt"/>',
  ),
  photo: box(
    '<rect x="7" y="5" width="34" height="38" rx="2"/><rect x="12" y="10" width="24" height="23"/><circle cx="24" cy="18" r="3.5" fill="currentColor"/><path d="M16 32c1-8 15-8 16 0z" fill="currentColor"/>',
  ),
  taken_away: box(
    '<circle cx="15" cy="9" r="4.5" fill="currentColor"/><path d="M15 18v13l-5 12M15 31l6 12M15 20l10 6"/><circle cx="35" cy="14" r="4" fill="currentColor"/><path d="M35 22v11l-4 10M35 33l4 10M35 24l-10 2"/><path d="M3 24h5M3 24l3-3M3 24l3 3"/>',
  ),
  thief: box(
    '<circle cx="24" cy="19" r="15"/><path d="M9 14h30v9H9z" fill="currentColor"/><circle cx="18" cy="18.5" r="3" fill="#fff" stroke="none"/><circle cx="30" cy="18.5" r="3" fill="#fff" stroke="none"/><path d="M5 46c1-9 8-12 19-12s18 3 19 12"/>',
  ),
  waters: box(
    '<path d="M15 5c6 8 9 12 9 17a9 9 0 0 1-18 0c0-5 3-9 9-17zM36 14c4 5 6 8 6 11a6 6 0 0 1-12 0c0-3 2-6 6-11z"/><path d="M5 41c4-4 7-4 11 0s7 4 11 0 7-4 11 0l5 1"/>',
  ),
  bag: box('<path d="M7 17h34l3 25H4z"/><path d="M16 22v-8a8 8 0 0 1 16 0v8"/>'),
  bunk_bed: box(
    '<path d="M6 4v40M42 4v40M6 18h36M6 38h36"/><path d="M7 11h35v7H7zM7 31h35v7H7z" fill="currentColor"/><path d="M12 8h7v4h-7zM12 28h7v4h-7z" fill="#fff"/>',
  ),
  bus: box(
    '<rect x="5" y="7" width="38" height="29" rx="4"/><path d="M5 23h38M18 7v16M31 7v16"/><circle cx="14" cy="37" r="4.5" fill="#fff"/><circle cx="34" cy="37" r="4.5" fill="#fff"/>',
  ),
  keys: box(
    '<circle cx="14" cy="24" r="9"/><circle cx="14" cy="24" r="2" fill="currentColor"/><path d="M23 24h22M45 24v9M36 24v7"/>',
  ),
  ring: box('<circle cx="24" cy="31" r="13"/><path d="M17 5h14l5 6-12 11L12 11z" fill="currentColor"/>'),
  school: box(
    '<path d="M4 44V24h10M44 44V24H34M14 44V18l10-7 10 7v26M2 44h44"/><path d="M24 11V3h10v5H24" fill="currentColor"/><circle cx="24" cy="23" r="4"/><path d="M20 44V34h8v10z" fill="currentColor"/><path d="M9 31v5M39 31v5"/>',
  ),
  something_else: box(
    '<circle cx="24" cy="24" r="20"/><circle cx="14" cy="24" r="2" fill="currentColor"/><circle cx="24" cy="24" r="2" fill="currentColor"/><circle cx="34" cy="24" r="2" fill="currentColor"/>',
  ),
  street: box('<path d="M16 4 5 44M32 4l11 40M24 5v7M24 19v8M24 34v10"/>'),
} as const;

export type PictogramName = keyof typeof healthIcons | keyof typeof drawn;
export const pictogramNames = [...Object.keys(healthIcons), ...Object.keys(drawn)].sort() as [
  PictogramName,
  ...PictogramName[],
];

/** Who drew a motif, and how it may be used; null for a name that is no motif. */
export function pictogramOf(name: string | null): Pictogram | null {
  if (name !== null && Object.hasOwn(healthIcons, name))
    return { author: 'Resolve to Save Lives', licence: 'MIT', source: 'https://healthicons.org' };
  if (name !== null && Object.hasOwn(drawn, name))
    return { author: 'Tessera', licence: 'CC0-1.0', source: null };
  return null;
}
