import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inProject } from '@tessera/cli/project.ts';
import { sizes, smaller } from './data.ts';
import { HOME, openPlace, type Place } from './place.ts';
import { type Control, machine, type Outcome, type Report, table } from './report.ts';

const known = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10'];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    // Leaves a CPU profile of the web process in .tessera/bench/profiles; its ratios mean nothing.
    profile: { type: 'boolean', default: false },
  },
});
const wanted = positionals.length > 0 ? positionals.map((id) => id.toUpperCase()) : known;
const unknown = wanted.filter((id) => !known.includes(id));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. Known: ${known.join(', ')}; options: --quick, --json`);
  process.exit(2);
}

// Standard output carries the result alone.
const say = (line: string) => console.error(line);
const before = machine().load;
const size = options.quick ? 'quick' : 'full';
const place = await openPlace(sizes[size], say);
let outcomes: Outcome[] = [];
try {
  outcomes = await measure(place);
} finally {
  await place.close();
}
const report = reportOf(place, outcomes);
console.log(options.json ? JSON.stringify(report, null, 2) : `\n${table(report)}`);
// A ratio may miss its bar on a disturbed machine; a count does not vary.
process.exit(report.counts.every(({ isMet }) => isMet) ? 0 : 1);

async function measure(place: Place): Promise<Outcome[]> {
  const { quick } = options;
  // The core reads its settings when it is first used.
  Object.assign(process.env, {
    NODE_ENV: 'production',
    TESSERA_DEMO: '1',
    APP_SECRET: place.appSecret,
    DATABASE_URL: place.urls.appUrl,
    TESSERA_DATA: HOME,
  });
  const found: Outcome[] = [];
  if (wanted.includes('P1')) {
    say('P1 ...');
    const { p1 } = await import('./p1.ts');
    found.push(await p1(place, { rounds: quick ? 4 : 10 }));
  }
  if (wanted.includes('P5')) {
    say('P5 ...');
    const { p5 } = await import('./p5.ts');
    found.push(await p5(place));
  }
  if (wanted.includes('P6')) {
    say('P6 ...');
    const { p6 } = await import('./p6.ts');
    found.push(await p6(place, { rounds: quick ? 3 : 7 }));
  }
  if (wanted.includes('P7')) {
    say('P7 ...');
    const { p7 } = await import('./p7.ts');
    found.push(await p7(place));
  }
  if (wanted.includes('P4')) {
    say('P4, mentoring ...');
    const { p4Mentoring } = await import('./p4-mentoring.ts');
    found.push(await p4Mentoring(place));
  }
  if (wanted.includes('P10')) {
    say('P10 ...');
    const { p10 } = await import('./p10.ts');
    const [smallest = place.size] = smaller[size];
    const effort = quick
      ? { quads: 6, rare: 80, common: 6, searches: 2000 }
      : { quads: 14, rare: 200, common: 10, searches: 100_000 };
    found.push(await p10(place, smallest, effort));
  }
  if (wanted.every((id) => ['P1', 'P5', 'P7', 'P10'].includes(id))) return found;
  say('Building the pages ...');
  const { openStage } = await import('./pages.ts');
  const { openMentors, p4MentorPage } = await import('./p4-mentor-page.ts');
  const mentors = wanted.includes('P4') ? await openMentors(place) : null;
  const more = mentors?.pages ?? [];
  const stage = await openStage(place, { isProfiled: options.profile, more });
  const effort = quick ? { quads: 6, batch: 56 } : { quads: 14, batch: 112 };
  try {
    if (wanted.includes('P1')) {
      say('P1 over HTTP ...');
      const { p1OverHttp } = await import('./p1-http.ts');
      found.push(await p1OverHttp(stage));
    }
    if (wanted.includes('P6')) {
      say('P6, the web ...');
      const { p6Web } = await import('./p6.ts');
      found.push(await p6Web(stage, { rounds: quick ? 3 : 7 }));
    }
    if (wanted.includes('P2')) {
      say('P2 ...');
      const { p2 } = await import('./p2.ts');
      found.push(await p2(stage, { ...effort, filters: quick ? 60 : 200 }));
    }
    if (wanted.includes('P3')) {
      say('P3 ...');
      const { p3 } = await import('./p3.ts');
      found.push(await p3(stage, effort));
    }
    if (wanted.includes('P4')) {
      say('P4 ...');
      const { p4 } = await import('./p4.ts');
      found.push(await p4(stage, effort));
      if (mentors) found.push(...(await p4MentorPage(stage, mentors, effort)));
    }
    if (wanted.includes('P8')) {
      say('P8 ...');
      const { p8 } = await import('./p8.ts');
      found.push(await p8(stage, smaller[size], { quads: quick ? 4 : 12 }));
    }
    if (wanted.includes('P9')) {
      say('P9 ...');
      const { p9 } = await import('./p9.ts');
      found.push(await p9(stage, { requests: quick ? 1000 : 10_000 }));
    }
  } finally {
    await stage.close();
    await mentors?.close();
  }
  return found;
}

function reportOf(place: Place, outcomes: Outcome[]): Report {
  const { cores, load: after } = machine();
  const controls = outcomes.flatMap(({ control }) => control ?? []);
  return {
    commit: commit(),
    at: new Date().toISOString(),
    versions: {
      node: process.versions.node,
      postgresql: place.version,
      remix: versionOf('@remix-run/react'),
      react: versionOf('react'),
      prisma: versionOf('@prisma/client'),
      pg: versionOf('pg'),
    },
    size: place.size.name,
    cores,
    load: { before, after },
    rows: outcomes.flatMap(({ rows }) => rows),
    counts: outcomes.flatMap(({ counts }) => counts),
    control: furthest(controls),
  };
}

// Of several, the one that is furthest from 1.
function furthest(controls: Control[]): Control | null {
  return controls.toSorted((a, b) => Math.abs(b.ratio - 1) - Math.abs(a.ratio - 1))[0] ?? null;
}

function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: inProject(), encoding: 'utf8' }).trim();
  try {
    const isChanged = git('status', '--porcelain') !== '';
    return `${git('rev-parse', '--short', 'HEAD')}${isChanged ? ' with changes' : ''}`;
  } catch {
    return 'unknown';
  }
}

function versionOf(name: string): string {
  const file = inProject('node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
