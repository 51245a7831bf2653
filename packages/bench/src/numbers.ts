/** The value below which a share of the values lies, between 0 and 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}

/** The middle of the values, and the band that holds eight of ten. */
export function spread(values: readonly number[]): { median: number; band: [number, number] } {
  return { median: quantile(values, 0.5), band: [quantile(values, 0.1), quantile(values, 0.9)] };
}
