import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { Sharing } from '@tessera/core/trainings/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Badge } from '~/ui/badge.tsx';
import { Button } from '~/ui/button.tsx';
import { ErrorSummary } from '~/ui/error-summary.tsx';
import { useTesseraForm } from '~/ui/form.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';

const Change = Sharing.pick({ recipient: true }).extend({ change: z.enum(['share', 'guests', 'revoke']) });

const doneOf = {
  share: 'trainings:sharing.doneShared',
  guests: 'exchange:sharing.done',
  revoke: 'trainings:sharing.doneRevoked',
} as const;

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const call = api(args);
  const [training, partners] = await Promise.all([call.trainings.page(where), call.trainings.sharing(where)]);
  return { network: where.network, training, partners };
}

export async function action(args: ActionFunctionArgs) {
  const where = trainingParams(args);
  return submit(args, Change, async ({ recipient, change }) => {
    const { trainings } = api(args);
    if (change === 'revoke') await trainings.revokeShare({ ...where, recipient });
    else await trainings.share({ ...where, recipient, takesGuests: change === 'guests' });
    const partner = (await trainings.sharing(where)).find(({ code }) => code === recipient);
    return redirectWithFlash(paths.sharing(where.network, where.trainingId), doneOf[change], {
      network: partner?.name ?? recipient,
    });
  });
}

export const handle: Handle = { title: (t) => t('trainings:sharing.title') };

export default function SharingPage() {
  const { training, partners } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['trainings', 'shell', 'exchange']);
  const { form } = useTesseraForm<z.input<typeof Change>>({ id: 'sharing', labels: {} });
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader
        eyebrow={training.title}
        title={t('sharing.title')}
        lead={`${t('sharing.lead')} ${t('exchange:sharing.lead')}`}
      />
      <ErrorSummary title={t('shell:formRefused')} messages={Object.values(form.allErrors).flat()} />
      {partners.length === 0 ? (
        <Empty title={t('sharing.empty')}>{t('sharing.emptyText')}</Empty>
      ) : (
        <Table
          caption={t('sharing.caption')}
          isCaptionHidden
          rows={partners}
          rowKey={({ code }) => code}
          columns={[
            { key: 'network', header: t('sharing.network'), isName: true, cell: ({ name }) => name },
            {
              key: 'state',
              header: t('sharing.state'),
              cell: ({ isShared, takesGuests }) => (
                <Badge tone={isShared ? 'success' : 'neutral'} shape={isShared ? 'done' : 'draft'}>
                  {takesGuests
                    ? t('exchange:sharing.shared')
                    : t(isShared ? 'sharing.shared' : 'sharing.notShared')}
                </Badge>
              ),
            },
            {
              key: 'step',
              isSteps: true,
              header: t('sharing.step'),
              cell: ({ code, name, isShared, takesGuests }) => (
                <Form method="post" className="flex flex-wrap gap-2">
                  <input type="hidden" name="recipient" value={code} />
                  <Button
                    name="change"
                    value={takesGuests ? 'share' : 'guests'}
                    size="small"
                    aria-label={t(
                      takesGuests ? 'exchange:sharing.readOnlyFor' : 'exchange:sharing.shareWith',
                      { network: name },
                    )}
                  >
                    {t(takesGuests ? 'exchange:sharing.readOnly' : 'exchange:sharing.share')}
                  </Button>
                  <Button
                    name="change"
                    value={isShared ? 'revoke' : 'share'}
                    size="small"
                    aria-label={t(isShared ? 'sharing.revokeFrom' : 'sharing.shareWith', { network: name })}
                  >
                    {t(isShared ? 'sharing.revoke' : 'sharing.share')}
                  </Button>
                </Form>
              ),
            },
          ]}
        />
      )}
    </>
  );
}
