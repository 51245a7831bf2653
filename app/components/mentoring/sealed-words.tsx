import { useTranslation } from '@tessera/i18n/react.tsx';
import { Section } from '~/ui/page.tsx';
import { Written } from '~/ui/written.tsx';

/** Sealed words, or who reads them. */
export function SealedWords({ id, title, text }: { id: string; title: string; text: string | null }) {
  const { t } = useTranslation('mentoring');
  return (
    <Section id={id} title={title} lead={text === null ? undefined : t('asks.trace')}>
      {text === null ? (
        <p className="max-w-[46rem]">{t('asks.closed')}</p>
      ) : (
        <p dir="auto" className="max-w-[46rem] whitespace-pre-line wrap-anywhere">
          <Written text={text} />
        </p>
      )}
    </Section>
  );
}
