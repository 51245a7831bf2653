import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { TakeawayList } from '~/components/takeaway-list.tsx';
import { TrainingWays } from '~/components/training-ways.tsx';
import { ExportLinks } from '~/components/transfer/export-links.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { Stat, Stats } from '~/ui/meter.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const { rows: _, training, ...page } = await api(args).exchange.page(where);
  return { network: where.network, training: { id: training.id, title: training.title }, ...page };
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => data && `${t('exchange:page.title')}: ${data.training.title}`,
};

export default function Exchange() {
  const { network, training, networks, institutions, countries } = useLoaderData<typeof loader>();
  const { t } = useTranslation('exchange');
  const format = useFormats();
  const countryNames = countries.map((code) => format.country(code));
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader eyebrow={training.title} title={t('page.title')} lead={t('page.lead')} />
      <Section id="figures" title={t('page.figures')}>
        {institutions === 0 ? (
          <p className="text-muted">{t('page.none')}</p>
        ) : (
          <>
            <Stats>
              <Stat figure={format.number(networks.length)} label={t('page.networks')} />
              <Stat figure={format.number(institutions)} label={t('page.institutions')} />
              <Stat
                figure={format.number(countries.length)}
                label={t('page.countries')}
                note={countryNames.join(', ')}
              />
            </Stats>
            <div className="mt-8">
              <Table
                caption={t('page.byNetwork')}
                rows={networks}
                rowKey={({ code }) => code ?? ''}
                columns={[
                  {
                    key: 'network',
                    header: t('page.network'),
                    isName: true,
                    cell: ({ code, name }) => (code === null ? t('page.own') : (name ?? code)),
                  },
                  {
                    key: 'countries',
                    header: t('page.countries'),
                    cell: (row) => row.countries.map((code) => format.country(code)).join(', ') || '–',
                  },
                  {
                    key: 'institutions',
                    header: t('page.institutions'),
                    isNumber: true,
                    cell: (row) => format.number(row.institutions),
                  },
                  {
                    key: 'seats',
                    header: t('page.seats'),
                    isNumber: true,
                    cell: ({ seats }) => format.number(seats),
                  },
                ]}
              />
            </div>
          </>
        )}
      </Section>
      <Contacts />
      <Takeaways network={network} />
    </>
  );
}

function Contacts() {
  const { contacts } = useLoaderData<typeof loader>();
  const { t } = useTranslation('exchange');
  return (
    <Section id="contacts" title={t('page.contacts')}>
      {contacts.length === 0 ? (
        <p className="text-muted">{t('page.contactsNone')}</p>
      ) : (
        <Table
          caption={t('page.contacts')}
          isCaptionHidden
          rows={contacts}
          rowKey={({ registrationId }) => registrationId}
          columns={[
            {
              key: 'institution',
              header: t('page.institution'),
              isName: true,
              cell: ({ institutionName }) => institutionName,
            },
            { key: 'network', header: t('page.network'), cell: ({ originName }) => originName },
            { key: 'contact', header: t('page.contact'), cell: ({ contactName }) => contactName || '–' },
            {
              key: 'email',
              header: t('page.email'),
              cell: ({ contactEmail }) =>
                contactEmail ? (
                  <a href={`mailto:${contactEmail}`} className="link break-all">
                    {contactEmail}
                  </a>
                ) : (
                  '–'
                ),
            },
          ]}
        />
      )}
    </Section>
  );
}

function Takeaways({ network }: { network: string }) {
  const { training, takeaways } = useLoaderData<typeof loader>();
  const { t } = useTranslation('exchange');
  return (
    <Section id="takeaways" title={t('page.takeaways')}>
      {takeaways.length === 0 ? (
        <p className="text-muted">{t('page.takeawaysNone')}</p>
      ) : (
        <>
          <TakeawayList takeaways={takeaways} />
          <div className="mt-4">
            <ExportLinks
              csv={paths.takeawaysExport(network, training.id, 'csv')}
              xlsx={paths.takeawaysExport(network, training.id, 'xlsx')}
            />
          </div>
        </>
      )}
    </Section>
  );
}
