/** Who may import whom. The same list stands in docs/architecture.md. */
const MAY_IMPORT = {
  'packages/env': [],
  'packages/i18n': [],
  'packages/paths': [],
  'packages/db': ['packages/env'],
  'packages/documents': ['packages/i18n'],
  'packages/files': [],
  // Imports read the tables that people upload, in the core's own transaction.
  'packages/core': [
    'packages/db',
    'packages/documents',
    'packages/files',
    'packages/i18n',
    'packages/env',
    'packages/paths',
  ],
  emails: ['packages/i18n', 'packages/paths'],
  'packages/jobs': [
    'packages/core',
    'emails',
    'packages/documents',
    'packages/db',
    'packages/env',
    'packages/i18n',
    'packages/paths',
  ],
  // The seed makes the demo through the verbs of the core.
  prisma: [
    'packages/core',
    'packages/db',
    'packages/documents',
    'packages/i18n',
    'packages/env',
    'packages/paths',
  ],
  app: [
    'packages/core',
    // The words of a mail, for whoever may read it again; they know no queue.
    'packages/jobs/src/notices',
    'packages/documents',
    'packages/i18n',
    'packages/env',
    'packages/paths',
  ],
};
const ROOMS = 'app|emails|prisma|e2e|packages/[^/]+';
const TESTS = '\\.test\\.tsx?$';

const roomRules = Object.entries(MAY_IMPORT).map(([room, allowed]) => ({
  name: `${room.replace('packages/', '')}-imports-only-what-it-may`,
  severity: 'error',
  from: { path: `^${room}/`, pathNot: TESTS },
  to: { path: `^(${ROOMS})/`, pathNot: `^(${[room, ...allowed].join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'tests-may-also-use-a-database',
      comment: 'A test may use the database of its worker, and the demo networks; nothing else from above.',
      severity: 'error',
      from: { path: `^(packages/(core|jobs|documents|env|files|i18n|paths|db)|emails)/.*${TESTS}` },
      to: { path: '^(app|packages/(cli|bench))/' },
    },
    {
      name: 'journeys-see-the-product-from-outside',
      severity: 'error',
      from: { path: '^e2e/' },
      // The table of URLs is the one thing they read, so that no page is forgotten.
      to: { path: '^(app|emails|packages/(jobs|documents|cli|bench))/', pathNot: '^app/routes\\.ts$' },
    },
    {
      name: 'core-knows-no-framework',
      severity: 'error',
      from: { path: '^packages/core/' },
      to: { path: 'node_modules/(react|react-dom|@remix-run/[^/]+|bullmq)/' },
    },
    {
      name: 'app-knows-no-database',
      severity: 'error',
      from: { path: '^app/', pathNot: TESTS },
      to: { path: 'node_modules/(@prisma/[^/]+|prisma|pg|bullmq)/' },
    },
    {
      name: 'nouns-never-call-routers',
      comment: 'Inside the core one noun may call another noun’s verbs and queries.',
      severity: 'error',
      from: { path: '^packages/core/src/([^/]+)/' },
      to: { path: '^packages/core/src/[^/]+/router\\.server\\.ts$', pathNot: '^packages/core/src/$1/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-is-found',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:|\\?(url|raw)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/generated/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
    },
  },
};
