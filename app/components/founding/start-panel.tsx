import { Form, Link } from '@remix-run/react';
import type { Caller } from '@tessera/core/api.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Button, LinkButton } from '~/ui/button.tsx';
import { Notice } from '~/ui/notice.tsx';

type Start = Awaited<ReturnType<Caller['networks']['start']>>;

/** For the coordinator's overview: that nobody else sees the network yet, what is left to do, who waits for an answer. */
export function StartPanel({ network, start }: { network: string; start: Start }) {
  const { t } = useTranslation('founding');
  const { state, left, isDismissed, proposals, moves, steps } = start;
  const isDraft = state === 'draft';
  const isLeft = left > 0 && !isDismissed && steps.length > 0;
  return (
    <div className="mb-10 space-y-4 empty:hidden">
      {isDraft && (
        <Notice tone="warning" title={t('start.draft')} actions={<OpenButton network={network} />}>
          {t('start.draftText')}
        </Notice>
      )}
      {isLeft && (
        <Notice
          title={`${t('start.todo')}: ${t('start.left', { count: left })}`}
          actions={
            <>
              <LinkButton to={paths.start(network)} size="small">
                {t('start.go')}
              </LinkButton>
              <Form method="post" action={paths.start(network)}>
                <Button size="small" name="isDismissed" value="true">
                  {t('start.dismiss')}
                </Button>
              </Form>
            </>
          }
        >
          <ul className="list-disc ps-5">
            {steps
              .filter(({ isDone }) => !isDone)
              .map(({ step }) => (
                <li key={step}>{t(`steps.${step}.title`)}</li>
              ))}
          </ul>
        </Notice>
      )}
      {proposals > 0 && (
        <Notice title={t('start.proposals', { count: proposals })}>
          <Link to={paths.partners(network)} className="link">
            {t('settings.tabPartners')}
          </Link>
        </Notice>
      )}
      {moves > 0 && (
        <Notice title={t('start.moves', { count: moves })}>
          <Link to={paths.place(network)} className="link">
            {t('settings.tabTree')}
          </Link>
        </Notice>
      )}
    </div>
  );
}

/** Makes a draft public. */
export function OpenButton({ network }: { network: string }) {
  const { t } = useTranslation('founding');
  return (
    <Form method="post" action={paths.opening(network)}>
      <Button look="primary">{t('start.openNetwork')}</Button>
    </Form>
  );
}
