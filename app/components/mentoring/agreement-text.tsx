import { Link } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { Notice } from '~/ui/notice.tsx';
import { type AgreementShown, AgreementView } from './agreement-view.tsx';

/** An agreement in the language that was chosen, with ways to the others; another language than one's own is said. */
export function AgreementText({
  text,
  texts,
  to,
}: {
  text: AgreementShown;
  texts: readonly AgreementShown[];
  to: (language: string) => string;
}) {
  const { t, language } = useTranslation('agreements');
  const format = useFormats();
  const others = texts.filter((each) => each.language !== text.language);
  const hasOwn = texts.some((each) => each.language === language);
  return (
    <>
      {!hasOwn && (
        <div className="mb-6">
          <Notice
            title={t('fallback', {
              wanted: format.language(language),
              shown: format.language(text.language),
            })}
          />
        </div>
      )}
      {others.length > 0 && (
        <nav aria-label={t('readIn')} className="mb-6 flex flex-wrap items-center gap-x-4" data-print="no">
          <span className="text-muted">{t('readIn')}</span>
          {others.map((each) => (
            <Link
              key={each.language}
              to={to(each.language)}
              className="link inline-flex min-h-11 items-center"
            >
              {format.language(each.language)}
            </Link>
          ))}
        </nav>
      )}
      <AgreementView text={text} />
    </>
  );
}
