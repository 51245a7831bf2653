import { institutionKinds, type membershipRoles } from '@tessera/core/institutions/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';

/** Kinds of institutions by their name in the reader's alphabet; `only` limits them to those. */
export function useKinds(only?: readonly string[]) {
  const { t } = useTranslation('networks');
  const collator = useFormats().collator();
  return institutionKinds
    .filter((value) => !only || only.includes(value))
    .map((value) => ({ value, label: t(`institutionKinds.${value}`) }))
    .sort((a, b) => collator.compare(a.label, b.label));
}

/** The name of a kind and of a role, as the database has them. */
export function useInstitutionWords() {
  const { t } = useTranslation('networks');
  return {
    kind: (kind: string) => t(`institutionKinds.${kind as (typeof institutionKinds)[number]}`),
    role: (role: string) => t(`membershipRoles.${role as (typeof membershipRoles)[number]}`),
  };
}

/** `Band / Mezőbánd, Mureș / Maros`; a town that is its own county stands once. */
export function placeOf({ locality, county }: { locality: string; county: string }): string {
  return [locality, county === locality ? '' : county].filter(Boolean).join(', ');
}

const countryCodes =
  'AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MD ME MK MT NL NO PL PT RO RS SE SI SK TR UA XK'.split(
    ' ',
  );

/** Countries by their name in the reader's language; `also` is one that a card has already. */
export function useCountries(also = '') {
  const { language } = useTranslation();
  const collator = useFormats().collator();
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return [...new Set([...countryCodes, ...(also ? [also] : [])])]
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => collator.compare(a.label, b.label));
}

/** The name of a country in the reader's language. */
export function useCountryName() {
  const { language } = useTranslation();
  return (code: string) =>
    /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code) : code;
}
