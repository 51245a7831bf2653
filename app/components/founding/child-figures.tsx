import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';

/** A count of people; one below five stays hidden and says so to screen readers in words. */
export function PeopleFigure({ value }: { value: number | null }) {
  const { t } = useTranslation('founding');
  const format = useFormats();
  if (value !== null) return format.number(value);
  return (
    <>
      <span aria-hidden>{'<5'}</span>
      <span className="sr-only">{t('tree.small')}</span>
    </>
  );
}
