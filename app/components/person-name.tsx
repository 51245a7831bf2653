import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from './use-formats.ts';

/** A name in the order of the person's own country, or "to be named" for a place that nobody holds yet. */
export function PersonName({
  givenName,
  familyName,
  nameOrder,
}: {
  givenName: string | null;
  familyName: string | null;
  nameOrder?: 'given_first' | 'family_first' | null;
}) {
  const { t } = useTranslation('seats');
  const format = useFormats();
  if (!givenName && !familyName) return <span className="text-muted italic">{t('toBeNamed')}</span>;
  return (
    <span className="notranslate" translate="no">
      {format.personName({
        givenName: givenName ?? '',
        familyName: familyName ?? '',
        nameOrder: nameOrder ?? 'given_first',
      })}
    </span>
  );
}
