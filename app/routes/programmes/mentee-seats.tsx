import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { MenteeSeats } from '@tessera/core/mentoring/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { PersonName } from '~/components/person-name.tsx';
import { MentoringWays } from '~/components/programmes/ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { menteeParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { CheckboxGroupField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = menteeParams(args);
  return { ...where, ...(await api(args).mentoring.menteeSeats(where)) };
}

export async function action(args: ActionFunctionArgs) {
  const where = menteeParams(args);
  return submit(args, MenteeSeats.omit({ menteeId: true }), async ({ participantIds }) => {
    await api(args).mentoring.saveMenteeSeats({ ...where, participantIds });
    return redirectWithFlash(paths.mentee(where.network, where.menteeId), 'plans:seats.saved');
  });
}

export const handle: Handle = { title: (t) => t('plans:seats.title') };

export default function SeatsOfMentee() {
  const { network, menteeId, alias, seats } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['plans', 'common']);
  const back = paths.mentee(network, menteeId);
  const state = useTesseraForm<{ participantIds: string[] }>({
    id: 'seats',
    labels: { participantIds: t('seats.people') },
    optional: ['participantIds'],
  });
  const people = seats.filter(
    ({ participantId }, index) => seats.findIndex((each) => each.participantId === participantId) === index,
  );
  const trainingsOf = (participantId: string) =>
    seats
      .filter((each) => each.participantId === participantId)
      .map(({ trainingTitle, trainingCode }) => `${trainingTitle ?? ''} (${trainingCode})`)
      .join(', ');
  return (
    <>
      <MentoringWays network={network} above="mentees" more={[{ to: back, label: alias }]} />
      <PageHeader
        eyebrow={
          <span translate="no">
            <bdi>{alias}</bdi>
          </span>
        }
        title={t('seats.title')}
        lead={t('seats.lead')}
      />
      {people.length === 0 ? (
        <Empty title={t('seats.none')} action={<LinkButton to={back}>{t('common:cancel')}</LinkButton>} />
      ) : (
        <TesseraForm state={state}>
          <CheckboxGroupField
            {...state.field('participantIds')}
            defaultValue={people.filter(({ isOwn }) => isOwn).map(({ participantId }) => participantId)}
            options={people.map(({ participantId, ...name }) => ({
              value: participantId,
              label: <PersonName {...name} />,
              hint: <span dir="auto">{trainingsOf(participantId)}</span>,
            }))}
          />
          <FormEnd back={back} isPending={state.isPending}>
            {t('seats.save')}
          </FormEnd>
        </TesseraForm>
      )}
    </>
  );
}
