import { spread } from './numbers.ts';
import type { Control } from './report.ts';

/** Does a fixed piece of work and gives the CPU that it cost, in milliseconds. */
export type Batch = () => Promise<number>;

export type Comparison = { median: number; band: [number, number]; a: number; b: number };

/** Compares two batches as A B B A: what drifts during a run falls on both alike. */
export async function compare(quads: number, a: Batch, b: Batch): Promise<Comparison> {
  const ratios: number[] = [];
  const costs = { a: [] as number[], b: [] as number[] };
  for (let quad = 0; quad < quads; quad++) {
    const [a1, b1, b2, a2] = [await a(), await b(), await b(), await a()];
    ratios.push((a1 + a2) / (b1 + b2));
    costs.a.push(a1, a2);
    costs.b.push(b1, b2);
  }
  return { ...spread(ratios), a: spread(costs.a).median, b: spread(costs.b).median };
}

/** A batch compared with itself. */
export async function control(quads: number, a: Batch): Promise<Control> {
  const { median, band } = await compare(quads, a, a);
  return { ratio: median, band, isAccepted: median >= 0.97 && median <= 1.03 };
}
