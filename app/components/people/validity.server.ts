import { instantOf, localTime } from '@tessera/core/clock/zoned-time.ts';
import { DomainError } from '@tessera/core/errors.ts';
import { z } from 'zod';

/** Two days of a form, either may be empty. */
export const DaysForm = z.object({
  from: z.iso.date('validation.invalidDate').optional(),
  until: z.iso.date('validation.invalidDate').optional(),
});

/**
 * The instants of a first and a last day in a zone: the last one ends at midnight.
 * @throws DomainError invalid when a day does not exist
 */
export function instantsOf(
  { from, until }: z.output<typeof DaysForm>,
  timeZone: string,
): { validFrom: Date | null; validUntil: Date | null } {
  return {
    validFrom: from ? existing(instantOf(from, '00:00', timeZone), 'from') : null,
    validUntil: until ? existing(instantOf(dayAfter(until), '00:00', timeZone), 'until') : null,
  };
}

/** The first and the last day of a validity, as a form shows them. */
export function daysOf(validFrom: Date, validUntil: Date | null, timeZone: string) {
  return {
    from: localTime(validFrom, timeZone).day,
    until: validUntil ? localTime(new Date(validUntil.getTime() - 1), timeZone).day : '',
  };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

function existing(at: Date | null, field: string): Date {
  if (!at) throw new DomainError('invalid', {}, field);
  return at;
}
