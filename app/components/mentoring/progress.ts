type Point = { at: Date; progress: number };
export type Line = { number: number; points: Point[] };
type Drawn = { number: number; path: string; dots: { x: number; y: number }[] };

const most = 4;
// In units of the picture; a number is about half as wide.
const besideEachOther = 40;

/**
 * Where the lines of goals lie in a picture: time from one side to the other, progress from 0 below to 4 above. A goal
 * begins at 0 on the day it was set; between two reviews nothing is claimed but a straight line.
 */
export function drawLines(lines: readonly Line[], width: number, height: number): Drawn[] {
  const times = lines.flatMap(({ points }) => points.map(({ at }) => at.getTime()));
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const span = Math.max(1, to - from);
  return lines.map(({ number, points }) => {
    const dots = points.map(({ at, progress }) => ({
      x: round(((at.getTime() - from) / span) * width),
      y: round(height - (progress / most) * height),
    }));
    return { number, dots, path: dots.map(({ x, y }, index) => `${index ? 'L' : 'M'}${x} ${y}`).join(' ') };
  });
}

/** Where the numbers of the lines stand: those that end side by side at one height share a place, so that each can be read. */
export function endsOf(drawn: readonly Drawn[]): { x: number; y: number; numbers: number[] }[] {
  const ends: { x: number; y: number; numbers: number[] }[] = [];
  for (const { number, dots } of drawn) {
    const last = dots.at(-1);
    if (!last) continue;
    const shared = ends.find(({ x, y }) => y === last.y && Math.abs(x - last.x) < besideEachOther);
    if (shared) {
      shared.x = Math.max(shared.x, last.x);
      shared.numbers.push(number);
    } else ends.push({ ...last, numbers: [number] });
  }
  return ends;
}

const round = (value: number) => Math.round(value * 10) / 10;
