import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useDays } from '~/components/mentoring/words.ts';
import { PersonName } from '~/components/person-name.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { SupervisionBadge } from '~/components/supervision/state-badge.tsx';
import { SupervisionWays } from '~/components/supervision/supervision-ways.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { supervisionParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Written } from '~/ui/written.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = supervisionParams(args);
  return { network: where.network, meeting: await api(args).supervision.page(where) };
}

export const handle: Handle = { title: (t) => t('supervision:form.title') };

export default function SupervisionMeeting() {
  const { network, meeting } = useLoaderData<typeof loader>();
  const { t } = useTranslation('supervision');
  const format = useFormats();
  const days = useDays();
  return (
    <>
      <SupervisionWays />
      <PageHeader
        eyebrow={t(`kinds.${meeting.kind}`)}
        title={`${t('form.title')}: ${days.day(meeting.day)}`}
        actions={
          <>
            {meeting.canChange && (
              <LinkButton look="primary" to={paths.supervisionEdit(network, meeting.id)}>
                {t(meeting.isToWrite ? 'form.write' : 'form.edit')}
              </LinkButton>
            )}
            {meeting.canCancel && (
              <LinkButton look="danger" to={paths.supervisionCancellation(network, meeting.id)}>
                {t('cancelling.title')}
              </LinkButton>
            )}
          </>
        }
      />
      <div className="mb-10">
        <DefinitionList
          entries={[
            {
              term: t('list.state'),
              value: <SupervisionBadge state={meeting.state} isToWrite={meeting.isToWrite} />,
            },
            { term: t('list.leader'), value: <PersonName {...meeting} /> },
            { term: t('list.count'), value: format.number(meeting.mentors) },
          ]}
        />
      </div>
      {meeting.isOpen && (
        <Section id="people" title={t('meeting.people')}>
          <ul className="list-disc space-y-1 ps-5">
            {meeting.people.map(({ id, ...name }) => (
              <li key={id}>
                <PersonName {...name} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section
        id="themes"
        title={t('form.themes')}
        lead={meeting.themes !== null ? t('meeting.trace') : undefined}
      >
        <Themes />
      </Section>
    </>
  );
}

function Themes() {
  const { meeting } = useLoaderData<typeof loader>();
  const { t } = useTranslation('supervision');
  if (meeting.themes !== null)
    return (
      <p dir="auto" className="max-w-[46rem] whitespace-pre-line wrap-anywhere">
        <Written text={meeting.themes} />
      </p>
    );
  if (!meeting.isOpen) return <p className="max-w-[46rem]">{t('meeting.closed')}</p>;
  return <p className="max-w-[46rem]">{t(meeting.isPurged ? 'meeting.purged' : 'meeting.noThemes')}</p>;
}
