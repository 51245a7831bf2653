/** The period in the address, `?period=2025` or the id of a phase; anything else is all time. */
export function periodOf(request: Request) {
  const asked = new URL(request.url).searchParams.get('period') ?? '';
  const year = /^20\d\d$/.test(asked) ? Number(asked) : null;
  const phaseId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(asked) ? asked : null;
  return { period: { year, phaseId }, chosen: year || phaseId ? asked : '' };
}
