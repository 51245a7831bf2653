import { cpus, loadavg } from 'node:os';

/** One line of the table. A ratio is always measured against a bound of the same run. */
export type Row = {
  id: string;
  workload: string;
  measured: string;
  bound: string;
  ratio: number | null;
  /** The bar and the star in words, and whether the ratio meets them; null where nothing is demanded. */
  bar: string;
  isMet: boolean | null;
  star: string;
  hasStar: boolean | null;
  /** What the same page costs by L, and how many times as much is measured. */
  floor?: { measured: string; ratio: number };
  /** 10–90 % band of the ratio. */
  band?: [number, number];
  /** Absolute values and remarks, for reading only. */
  notes: string[];
};

/** Something that does not vary from run to run. A count that fails ends the benchmark with code 1. */
export type Count = { id: string; what: string; value: number | string; bar: string; isMet: boolean };

export type Outcome = { rows: Row[]; counts: Count[]; control?: Control };

/** The product compared with itself; a run whose control is far from 1 was disturbed. */
export type Control = { ratio: number; band: [number, number]; isAccepted: boolean };

export type Report = {
  commit: string;
  at: string;
  versions: Record<string, string>;
  size: string;
  cores: number;
  load: { before: number[]; after: number[] };
  rows: Row[];
  counts: Count[];
  control: Control | null;
};

/** Whether a ratio reaches a limit: upwards for rates, downwards for costs. */
export function judge(ratio: number, limits: { bar: number; star: number; better: 'higher' | 'lower' }) {
  const sign = limits.better === 'higher' ? '≥' : '≤';
  const meets = (limit: number) => (limits.better === 'higher' ? ratio >= limit : ratio <= limit);
  return {
    ratio,
    bar: `${sign} ${limits.bar}`,
    isMet: meets(limits.bar),
    star: `${sign} ${limits.star}`,
    hasStar: meets(limits.star),
  };
}

/** The load of the machine, and how many cores share it. */
export function machine(): { cores: number; load: number[] } {
  return { cores: cpus().length, load: loadavg().map((value) => Math.round(value * 100) / 100) };
}

/** The report as people read it. */
export function table(report: Report): string {
  const head = [
    '',
    'workload',
    'measured',
    'bound',
    'ratio',
    '10–90 %',
    'bar',
    'met',
    'star',
    'met',
    'best SQL',
    '×',
  ];
  const lines = report.rows.map((row) => [
    row.id,
    row.workload,
    row.measured,
    row.bound,
    row.ratio === null ? '–' : row.ratio.toFixed(2),
    row.band ? row.band.map((value) => value.toFixed(2)).join('–') : '',
    row.bar,
    yes(row.isMet),
    row.star,
    yes(row.hasStar),
    row.floor?.measured ?? '',
    row.floor?.ratio.toFixed(2) ?? '',
  ]);
  const notes = report.rows.flatMap(({ id, notes: found }) => found.map((note) => `  ${id}  ${note}`));
  const counts = report.counts.map((count) => [
    count.id,
    count.what,
    String(count.value),
    count.bar,
    yes(count.isMet),
  ]);
  return [
    columns([head, ...lines]),
    '',
    ...notes,
    '',
    columns([['', 'count', 'value', 'bar', 'met'], ...counts]),
    '',
    foot(report),
  ].join('\n');
}

function foot({ commit, versions, size, cores, load, control }: Report): string {
  const words = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `commit ${commit}, data "${size}", ${words.join(', ')}`,
    `${cores} cores, load ${load.before.join(' ')} before, ${load.after.join(' ')} after`,
    control
      ? `A/A control ${control.ratio.toFixed(3)} (${control.band.map((value) => value.toFixed(2)).join('–')})${control.isAccepted ? '' : ': outside 0.97–1.03, the machine was disturbed'}`
      : 'no A/A control in this run',
  ].join('\n');
}

function yes(value: boolean | null): string {
  return value === null ? '' : value ? 'yes' : 'NO';
}

function columns(lines: string[][]): string {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
