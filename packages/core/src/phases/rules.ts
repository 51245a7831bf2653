export const reportingCycles = ['month', 'quarter', 'semester', 'year'] as const;
export const participantForms = ['none', 'annex_I', 'annex_II', 'annex_III', 'local'] as const;
export const budgetKinds = ['total', 'own_contribution', 'grant', 'other'] as const;
export const maxLogoBytes = 500_000;
export type BudgetKind = (typeof budgetKinds)[number];

const most = 10n ** 14n;

/**
 * An amount as people write it in any of the languages – `1.756.996,00`, `1 756 996`, `1,756,996.5` – in minor units.
 * The last dot or comma parts the cents when one or two digits follow it.
 * @returns null when it is no amount
 */
export function amountOf(text: string): bigint | null {
  const plain = text.replaceAll(/[\s\u00a0\u202f'’]/g, '');
  const [, whole = '', cents = ''] = /^([\d.,]*?)(?:[.,](\d{1,2}))?$/.exec(plain) ?? [];
  if (!/^\d+$|^\d{1,3}(?:[.,]\d{3})+$/.test(whole)) return null;
  const amount = BigInt(whole.replaceAll(/[.,]/g, '')) * 100n + BigInt(cents.padEnd(2, '0'));
  return amount < most ? amount : null;
}

type Line = { kind: string; amountMinor: number; currency: string };

/**
 * How far the total lies from the sum of its parts, in minor units; null when there is nothing to compare: no total, no
 * parts, or other currencies.
 */
export function differenceOf(lines: readonly Line[]): number | null {
  const total = lines.find(({ kind }) => kind === 'total');
  const parts = lines.filter(({ kind }) => kind !== 'total');
  if (!total || parts.length === 0 || parts.some(({ currency }) => currency !== total.currency)) return null;
  return total.amountMinor - parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}
