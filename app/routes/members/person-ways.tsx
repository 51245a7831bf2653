import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Breadcrumbs } from '~/ui/ways.tsx';

type Name = { givenName: string; familyName: string; nameOrder: 'given_first' | 'family_first' };

/** The way back to a person's page. */
export function PersonWays({ code, personId, person }: { code: string; personId: string; person: Name }) {
  const { t, language } = useTranslation('identity');
  return (
    <Breadcrumbs
      label={t('members.title')}
      ways={[
        { to: paths.members(code), label: t('members.title') },
        { to: paths.member(code, personId), label: formats(language).personName(person) },
      ]}
    />
  );
}
