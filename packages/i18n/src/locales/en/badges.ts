export const badges = {
  download: 'Save as Open Badge (JSON)',
  title: 'The same as a digital badge',
  text: 'A signed file after Open Badges 3.0 for a wallet or a portfolio. It holds what stands here, the name or the initials included, and programs can check that it is genuine and still valid.',
  criteria: {
    halfDays: 'At least {{share}} of the half-days were attended.',
    minutes: 'At least {{share}} of the time was attended.',
  },
};
