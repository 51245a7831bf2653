import type { Caller } from '@tessera/core/api.server.ts';
import { type Basis, type SpecialBasis, specialBases } from '@tessera/core/privacy/processing/terms.ts';
import type { TFunction } from 'i18next';

export type Entry = Awaited<ReturnType<Caller['privacy']['processing']>>['entries'][number];
/** The words of the register, with those of others that it repeats. */
export type Words = TFunction<['processing', 'privacy', 'identity', 'people']>;

/** The bases of an entry as articles of the law. */
export function basisWords(
  t: Words,
  { basis, specialBasis }: { basis: Basis; specialBasis: SpecialBasis | null },
): string[] {
  return [articleWords(t, basis), ...(specialBasis ? [specialArticleWords(t, specialBasis)] : [])];
}

/** One letter of Art. 6(1). */
export function articleWords(t: Words, basis: Basis): string {
  return t('article', { letter: letterOf(t, basis), text: t(`bases.${basis}`) });
}

/** One letter of Art. 9(2). */
export function specialArticleWords(t: Words, basis: SpecialBasis): string {
  return t('specialArticle', { letter: letterOf(t, basis), text: t(`specialBases.${basis}`) });
}

// Where a language has an alphabet of its own, its version of the law counts in that.
function letterOf(t: Words, basis: SpecialBasis): string {
  return t('letters').charAt(specialBases.indexOf(basis));
}

/** Who receives something of an entry: by the matrix, and besides. */
export function recipientWords(
  t: Words,
  { readers, recipients }: Pick<Entry, 'readers' | 'recipients'>,
): string[] {
  const byRole = readers.map(({ reach, roles, capabilities }) => {
    const who = [
      ...roles.map((role) => t(`identity:roles.${role}`)),
      ...capabilities.map((capability) => t(`people:capability.${capability}`)),
    ];
    return t(`readers.${reach}`, { who: who.join(', ') });
  });
  return [
    ...(byRole.length > 0 ? byRole : [t('readers.none')]),
    ...recipients.map((each) => t(`recipients.${each}`)),
  ];
}

/** How long an entry is kept, with what the time counts from. */
export function periodWords(t: Words, { kept }: Pick<Entry, 'kept'>): string[] {
  if (kept.length === 0) return [t('until')];
  return kept.map(
    ({ kind, months }) =>
      `${t(`privacy:settings.kinds.${kind}`)}: ${t('privacy:settings.months', { count: months })}`,
  );
}

/** Which classes of data an entry holds. */
export function classWords(t: Words, { classes }: Pick<Entry, 'classes'>): string {
  return classes.map((each) => t(`classes.${each}`)).join(', ');
}
