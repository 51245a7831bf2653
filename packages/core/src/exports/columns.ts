export const exportKinds = [
  'members',
  'institutions',
  'registrations',
  'attendance',
  'learning',
  'takeaways',
] as const;
export type ExportKind = (typeof exportKinds)[number];

/** A column of an export: the field of the schema that it shows, and which words stand for its codes. */
type ExportColumn = {
  key: string;
  field: `${string}.${string}`;
  words?:
    | 'roles'
    | 'institutionKinds'
    | 'membershipRoles'
    | 'membershipStates'
    | 'seatStates'
    | 'halfDays'
    | 'themes'
    | 'marks';
  isDay?: boolean;
};

/**
 * Every column that may leave. A field of the class `conf` or `spec` stands in none of them; a test compares this list
 * with the schema.
 */
export const exportColumns = {
  members: [
    { key: 'familyName', field: 'Person.familyName' },
    { key: 'givenName', field: 'Person.givenName' },
    { key: 'email', field: 'Person.email' },
    { key: 'role', field: 'RoleAssignment.role', words: 'roles' },
    { key: 'institution', field: 'InstitutionText.name' },
    { key: 'validFrom', field: 'RoleAssignment.validFrom', isDay: true },
  ],
  institutions: [
    { key: 'reference', field: 'ExternalReference.reference' },
    { key: 'name', field: 'InstitutionText.name' },
    { key: 'kind', field: 'Institution.kind', words: 'institutionKinds' },
    { key: 'locality', field: 'Institution.locality' },
    { key: 'county', field: 'Institution.county' },
    { key: 'country', field: 'Institution.country' },
    { key: 'website', field: 'Institution.website' },
    { key: 'membershipRole', field: 'Membership.role', words: 'membershipRoles' },
    { key: 'track', field: 'Membership.track' },
    { key: 'membershipState', field: 'Membership.state', words: 'membershipStates' },
    { key: 'joinedOn', field: 'Membership.joinedOn', isDay: true },
    { key: 'leftOn', field: 'Membership.leftOn', isDay: true },
  ],
  registrations: [
    { key: 'training', field: 'Training.code' },
    { key: 'startsOn', field: 'Training.startsAt', isDay: true },
    { key: 'seatState', field: 'Seat.state', words: 'seatStates' },
    { key: 'familyName', field: 'Participant.familyName' },
    { key: 'givenName', field: 'Participant.givenName' },
    { key: 'email', field: 'Participant.email' },
    { key: 'jobTitle', field: 'Participant.jobTitle' },
    { key: 'institution', field: 'InstitutionText.name' },
    { key: 'registeredOn', field: 'Seat.createdAt', isDay: true },
    { key: 'origin', field: 'Seat.origin' },
  ],
  attendance: [
    { key: 'training', field: 'Training.code' },
    { key: 'sessionDay', field: 'TrainingSession.startsAt', isDay: true },
    { key: 'halfDay', field: 'TrainingSession.halfDay', words: 'halfDays' },
    { key: 'familyName', field: 'Participant.familyName' },
    { key: 'givenName', field: 'Participant.givenName' },
    { key: 'institution', field: 'InstitutionText.name' },
    { key: 'mark', field: 'AttendanceRecord.state', words: 'marks' },
  ],
  learning: [
    { key: 'familyName', field: 'Participant.familyName' },
    { key: 'givenName', field: 'Participant.givenName' },
    { key: 'institution', field: 'InstitutionText.name' },
    { key: 'training', field: 'Training.code' },
    { key: 'startsOn', field: 'Training.startsAt', isDay: true },
    { key: 'theme', field: 'Training.theme', words: 'themes' },
    { key: 'learnedMinutes', field: 'Training.workloadMinutes' },
  ],
  takeaways: [
    { key: 'institution', field: 'InstitutionText.name' },
    { key: 'country', field: 'Institution.country' },
    { key: 'learned', field: 'Takeaway.learned' },
    { key: 'adopts', field: 'Takeaway.adopts' },
    { key: 'adoptBy', field: 'Takeaway.adoptBy', isDay: true },
  ],
} as const satisfies Record<ExportKind, readonly ExportColumn[]>;
