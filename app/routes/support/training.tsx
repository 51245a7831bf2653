import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { PersonName } from '~/components/person-name.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { SupportCounts } from '~/components/support/support-counts.tsx';
import { useSupportWords } from '~/components/support/support-words.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { api } from '~/server/api.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { Button } from '~/ui/button.tsx';
import { CheckboxField } from '~/ui/choice-field.tsx';
import { Empty } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { type Column, Table } from '~/ui/table.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const call = api(args);
  const [support, { id, title }] = await Promise.all([
    call.support.counts(where),
    call.trainings.page(where),
  ]);
  return { network: where.network, ...support, training: { id, title } };
}

/** Opens who needs what. What was opened is in this answer only, and no cache keeps it. */
export async function action(args: ActionFunctionArgs) {
  const { needs } = await api(args).support.openTraining(trainingParams(args));
  return data({ needs }, { headers: { 'Cache-Control': 'private, no-store' } });
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => data && `${t('registration:support.trainingTitle')}: ${data.training.title}`,
};

export default function TrainingSupport() {
  const { network, counts, mayArrange, training } = useLoaderData<typeof loader>();
  const opened = useActionData<typeof action>();
  const { t } = useTranslation('registration');
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader
        eyebrow={training.title}
        title={t('support.trainingTitle')}
        lead={t('support.trainingLead')}
      />
      {counts.length === 0 ? (
        <Empty title={t('support.none')}>{t('support.noneText')}</Empty>
      ) : (
        <>
          <Section id="sums" title={t('support.sums')}>
            <SupportCounts counts={counts} />
          </Section>
          <Section
            id="names"
            title={t('support.names')}
            lead={!opened && t('support.openText')}
            layout="full"
          >
            {opened ? (
              <Opened
                network={network}
                trainingId={training.id}
                mayArrange={mayArrange}
                needs={opened.needs}
              />
            ) : (
              <Form method="post">
                <Button look="primary">{t('support.open')}</Button>
              </Form>
            )}
          </Section>
        </>
      )}
    </>
  );
}

type Need = NonNullable<ReturnType<typeof useActionData<typeof action>>>['needs'][number];

function Opened({
  network,
  trainingId,
  mayArrange,
  needs,
}: {
  network: string;
  trainingId: string;
  mayArrange: boolean;
  needs: readonly Need[];
}) {
  const { t } = useTranslation('registration');
  const words = useSupportWords();
  const what = ({ need }: Need) => (need ? words(need) : t('support.destroyed'));
  const columns: Column<Need>[] = [
    { key: 'person', header: t('support.person'), isName: true, cell: (each) => <PersonName {...each} /> },
    { key: 'institution', header: t('support.institution'), cell: (each) => each.institutionName },
    { key: 'what', header: t('support.what'), cell: what },
    { key: 'words', header: t('support.words'), cell: ({ need }) => need?.text },
    ...(mayArrange
      ? [
          {
            key: 'met',
            header: t('support.met'),
            cell: (each: Need) => (
              <>
                <input type="hidden" name="needIds" value={each.id} />
                <CheckboxField
                  id={`met-${each.id}`}
                  name="metIds"
                  value={each.id}
                  label={t('support.arranged', { what: what(each) })}
                  defaultChecked={each.isMet}
                />
              </>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <div className="mb-6">
        <Notice title={t('support.opened')}>{t('support.openedText')}</Notice>
      </div>
      <Form method="post" action={paths.supportArranged(network, trainingId)}>
        <Table
          caption={t('support.names')}
          isCaptionHidden
          columns={columns}
          rows={needs}
          rowKey={({ id }) => id}
        />
        {mayArrange && (
          <p className="mt-6">
            <Button look="primary">{t('support.save')}</Button>
          </p>
        )}
      </Form>
    </>
  );
}
