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
