import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { AccountWays } from '~/components/account-ways.tsx';
import { OwnConsent } from '~/components/privacy/own-consent.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { Button, LinkButton } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  return api(args).privacy.mine();
}

export const handle: Handle = { title: (t) => t('privacy:mine.title') };

export default function MyData() {
  const { networks, request } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['privacy', 'processing']);
  const format = useFormats();
  return (
    <>
      <AccountWays />
      <PageHeader title={t('mine.title')} lead={t('mine.lead')} />
      {networks.length === 0 && <Empty title={t('mine.none')}>{t('mine.noneText')}</Empty>}
      {networks.map(({ code, name, timeZone, consents, reads, hold }) => (
        <Section key={code} id={code} title={<span translate="no">{name}</span>}>
          {hold && (
            <div className="mb-6">
              <Notice tone="warning" title={t('mine.hold')}>
                {t('mine.holdReason', { reason: hold.reason })}
              </Notice>
            </div>
          )}
          <h3 className="font-semibold">{t('mine.consents')}</h3>
          <ul>
            {consents.map((consent) => (
              <OwnConsent key={consent.purpose} network={code} timeZone={timeZone} consent={consent} />
            ))}
          </ul>
          <p className="mt-6">
            <Link to={paths.ownBases(code)} className="link inline-flex min-h-9 items-center">
              {t('processing:own.link')}
            </Link>
          </p>
          <h3 className="mt-8 font-semibold">{t('mine.reads')}</h3>
          {reads.length === 0 ? (
            <p className="text-muted">{t('mine.noReads')}</p>
          ) : (
            <ul className="mt-2 space-y-1">
              {reads.map(({ id, at, right }) => (
                <li key={id}>
                  {t('mine.readAt', {
                    date: format.dateTime(at, timeZone),
                    right: t(`mine.rights.${right}`),
                  })}
                </li>
              ))}
            </ul>
          )}
        </Section>
      ))}
      <Section id="copy" title={t('mine.copy')} lead={t('mine.copyLead')}>
        <Form method="post" action={paths.privacyCopy()} reloadDocument>
          <Button look="primary">{t('mine.download')}</Button>
        </Form>
      </Section>
      <Section id="forget" title={t('mine.forget')} lead={t('mine.forgetLead')}>
        {request ? (
          <Form method="post" action={paths.ownErasureWithdrawal()}>
            <p className="mb-4">
              {t('mine.asked', {
                date: format.date(request.requestedAt, 'UTC'),
                due: format.date(request.dueAt, 'UTC'),
              })}
            </p>
            <Button>{t('mine.takeBack')}</Button>
          </Form>
        ) : (
          <LinkButton to={paths.ownErasure()} look="danger">
            {t('mine.ask')}
          </LinkButton>
        )}
      </Section>
    </>
  );
}
