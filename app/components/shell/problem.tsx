import { isRouteErrorResponse, Link } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { LinkButton } from '~/ui/button.tsx';
import { PageHeader } from '~/ui/page.tsx';

const kinds = {
  400: 'notUnderstood',
  401: 'forbidden',
  403: 'forbidden',
  404: 'notFound',
  405: 'notUnderstood',
  409: 'conflict',
  410: 'gone',
  413: 'tooLarge',
  422: 'notUnderstood',
  429: 'tooMany',
} as const;

export type ProblemKind = (typeof kinds)[keyof typeof kinds] | 'failed';

/** What kind of problem was thrown; a bug is `failed`, whatever it is. */
export function problemKind(error: unknown): ProblemKind {
  if (!isRouteErrorResponse(error)) return 'failed';
  return kinds[error.status as keyof typeof kinds] ?? 'failed';
}

/** The page for something that was thrown, in words for people. */
export function ProblemPage({ error, signInTo }: { error: unknown; signInTo: string | null }) {
  const { t } = useTranslation('shell');
  const kind = problemKind(error);
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return (
    <>
      <PageHeader
        eyebrow={t('problem.status', { status })}
        title={t(`problem.${kind}.title`)}
        lead={t(`problem.${kind}.text`)}
      />
      <div className="flex flex-wrap items-center gap-4">
        {kind === 'notFound' && signInTo !== null && (
          <LinkButton to={signInTo} look="primary">
            {t('signIn')}
          </LinkButton>
        )}
        <Link to={paths.home()} className="link inline-flex min-h-11 items-center">
          {t('problem.home')}
        </Link>
      </div>
    </>
  );
}
