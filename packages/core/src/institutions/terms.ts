// The vocabulary of institutions, apart from the schemas so that a browser gets the words without the validation.

export const institutionKinds = [
  'municipality',
  'county_authority',
  'regional_authority',
  'state_agency',
  'child_protection',
  'social_services',
  'police',
  'emergency_services',
  'hospital_health',
  'school_education',
  'university_research',
  'employment_office',
  'reception_centre',
  'ngo',
  'volunteer_centre',
  'religious_org',
  'employer_private',
  'media',
  'international_org',
  'eu_programme_project',
  'informal_group',
] as const;

export const membershipRoles = [
  'lead',
  'partner',
  'associated_policy_authority',
  'member',
  'observer',
  'service_provider',
] as const;

export const membershipStates = [
  'invited',
  'applied',
  'under_review',
  'active',
  'suspended',
  'left',
] as const;
export const cardStates = ['draft', 'verified', 'inactive', 'merged'] as const;

/** In the order of the buttons. */
export const membershipMoveNames = [
  'review',
  'admit',
  'decline',
  'suspend',
  'resume',
  'leave',
  'readmit',
] as const;
export const cardMoveNames = ['verify', 'deactivate', 'reactivate'] as const;

/** What a merge lets one choose: from which of the two cards each comes. */
export const mergeFields = ['names', 'kind', 'shortName', 'place', 'website', 'languages', 'parent'] as const;
