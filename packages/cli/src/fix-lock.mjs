/**
 * Completes package-lock.json after a change of dependencies (`npm run lock`). npm leaves packages for other machines
 * out of the lock when the registry does not show them, and `npm ci` then refuses the lock on those machines, or here.
 * Also drops download addresses: every machine uses the registry that it is set up for.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];
const ALIASES = { win32: 'windows' };

const file = process.argv[2] ?? 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
const packages = lock.packages;

const added = missingPackages().map(([path, entry]) => {
  packages[path] = entry;
  return path;
});
const cleaned = Object.values(packages).filter(dropAddress).length;
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added.length} packages of other machines added, ${cleaned} download addresses dropped.`);

/** Optional dependencies that no entry of the lock satisfies. */
function missingPackages() {
  const missing = new Map();
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      const found = findFrom(path, name);
      if (found && satisfies(packages[found].version, range)) continue;
      // A package of that name may stand at the top in another version: then this one goes below its parent.
      const place =
        found === `node_modules/${name}` ? `${path}/node_modules/${name}` : `node_modules/${name}`;
      missing.set(place, describe(name, range, entry.dev));
    }
  }
  return [...missing];
}

/** Looks where Node would: beside, then upwards. */
function findFrom(path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = `${folder ? `${folder}/` : ''}node_modules/${name}`;
    if (packages[place]) return place;
    if (!folder) return undefined;
  }
}

/** Platform packages are named with an exact version; of a range, npm's own choice is trusted. */
function satisfies(version, range) {
  return !/^\d/.test(range) || version === range;
}

/** Which machine a package is for stands in its name: "@esbuild/linux-arm64", "lightningcss-linux-x64-musl". */
function describe(name, range, isDev) {
  const words = name.split(/[/-]/);
  const systems = SYSTEMS.filter((system) =>
    words.some((word) => word === system || word === ALIASES[system]),
  );
  const processors = PROCESSORS.filter((processor) => words.some((word) => processorOf(word) === processor));
  const libc = !systems.includes('linux')
    ? undefined
    : words.some((word) => word.startsWith('musl'))
      ? ['musl']
      : words.includes('gnu')
        ? ['glibc']
        : undefined;
  return {
    version: range.replace(/^[\^~]/, ''),
    ...(processors.length > 0 && { cpu: processors }),
    ...(isDev && { dev: true }),
    ...(libc && { libc }),
    optional: true,
    os: systems.length > 0 ? systems : ['none'],
  };
}

function processorOf(word) {
  if (/^(arm(v\d|eabi.*)?|gnueabihf|musleabihf)$/.test(word)) return 'arm';
  return word === 'ppc64le' ? 'ppc64' : word;
}

function dropAddress(entry) {
  if (entry.link || !/^https?:/.test(entry.resolved ?? '')) return false;
  delete entry.resolved;
  return true;
}
