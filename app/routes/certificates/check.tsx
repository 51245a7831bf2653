import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { isRouteErrorResponse, Link, useLoaderData, useParams, useRouteError } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { CodeForm } from '~/components/certificates/code-form.tsx';
import { PrintedCertificate } from '~/components/certificates/printed-certificate.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  return api(args).certificates.verify({ code: args.params.code ?? '' });
}

// Whoever has the code may look; it is not to be found by searching for a name.
export const headers: HeadersFunction = () => ({ 'X-Robots-Tag': 'noindex, nofollow' });
export const meta: MetaFunction = () => [{ name: 'robots', content: 'noindex, nofollow' }];

export const handle: Handle<typeof loader> = {
  title: (t, data) => (data ? t('certificates:check.eyebrow') : t('certificates:check.unknown')),
};

export default function Check() {
  const certificate = useLoaderData<typeof loader>();
  const { t } = useTranslation(['certificates', 'badges']);
  const format = useFormats();
  const { standing, revokedAt, validUntil, timeZone } = certificate;
  const isValid = standing === 'valid';
  const since = { revoked: revokedAt, expired: validUntil, valid: null, superseded: null }[standing];
  return (
    <>
      <PageHeader eyebrow={t('check.eyebrow')} title={t(`check.heads.${standing}`)} />
      <Notice
        tone={isValid ? 'success' : standing === 'revoked' ? 'danger' : 'warning'}
        title={t(`standings.${standing}`)}
      >
        {t(`check.texts.${standing}`, { date: since ? format.date(since, timeZone) : '' })}
      </Notice>
      <PrintedCertificate certificate={certificate} />
      {isValid && (
        <div data-print="no">
          <Section id="badge" title={t('badges:title')}>
            <p className="mb-4">{t('badges:text')}</p>
            <LinkButton to={paths.badge(certificate.verifyCode)} reloadDocument>
              {t('badges:download')}
            </LinkButton>
          </Section>
        </div>
      )}
      <p className="mt-10" data-print="no">
        <Link to={paths.verifyForm()} className="link inline-flex min-h-11 items-center">
          {t('check.another')}
        </Link>
      </p>
    </>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { t } = useTranslation('certificates');
  const { code = '' } = useParams();
  if (!isRouteErrorResponse(error) || error.status !== 404) throw error;
  return (
    <>
      <PageHeader eyebrow={t('check.eyebrow')} title={t('check.unknown')} lead={t('check.unknownText')} />
      <CodeForm typed={code.slice(0, 60)} />
      <p className="mt-8 max-w-[42rem] text-muted">{t('check.unknownDoubt')}</p>
    </>
  );
}
