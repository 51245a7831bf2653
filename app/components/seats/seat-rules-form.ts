import { institutionKinds } from '@tessera/core/institutions/terms.ts';
import { isFitting, ownOrigin, type QuotaScope, quotaScopes } from '@tessera/core/seats/rules.ts';
import { Quota } from '@tessera/core/seats/schema.ts';
import { CapacityChange } from '@tessera/core/trainings/schema.ts';
import { z } from 'zod';

export type QuotaChoice = { scope: QuotaScope; key: string; name?: string | null };

/** What the form of a training's seats sends; what a quota counts is one choice, `mode online`. */
export const SeatRulesForm = CapacityChange.pick({
  capacity: true,
  priorityRule: true,
  partyRule: true,
}).extend({
  quotas: z
    .array(z.object({ key: z.string().min(1), size: Quota.shape.size, releaseAt: z.string().optional() }))
    .max(20)
    .default([]),
});

export type SeatRulesInput = z.input<typeof SeatRulesForm>;

/** A quota's choice as the form writes it. */
export function quotaChoice({ scope, key }: QuotaChoice): string {
  return `${scope} ${key}`;
}

/** What a choice of the form means; a choice that nobody offered means nothing. */
export function chosenQuota(choice: string): QuotaChoice | null {
  const [scope = '', key = ''] = choice.split(' ');
  const known = quotaScopes.find((each) => each === scope);
  return known && key !== '' ? { scope: known, key } : null;
}

/** What quotas of a training can count; with `partners` also from which network they come. */
export function quotaChoices(
  training: { mode: string; languages: readonly string[] },
  partners: readonly { code: string; name: string }[],
): QuotaChoice[] {
  const origins = partners.map(({ code, name }) => ({ scope: 'origin' as const, key: code, name }));
  const all: QuotaChoice[] = [
    { scope: 'mode', key: 'onsite' },
    { scope: 'mode', key: 'online' },
    ...training.languages.map((key) => ({ scope: 'language' as const, key })),
    ...(origins.length > 0 ? [{ scope: 'origin' as const, key: ownOrigin }, ...origins] : []),
    ...institutionKinds.map((key) => ({ scope: 'institution_kind' as const, key })),
  ];
  return all.filter((choice) => isFitting(choice, training));
}
