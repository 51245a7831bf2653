import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import type { Caller } from '@tessera/core/api.server.ts';
import { SeatInvitations } from '@tessera/core/registering/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { Moment } from '~/components/when.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Badge } from '~/ui/badge.tsx';
import { Button, LinkButton } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Empty } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';
import { TextareaField } from '~/ui/text-field.tsx';

const Inviting = SeatInvitations.pick({ people: true });
type Invitation = Awaited<ReturnType<Caller['registering']['ways']>>['invitations'][number];

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const call = api(args);
  const [{ training }, { invitations, ways }] = await Promise.all([
    call.trainings.manage(where),
    call.registering.ways(where),
  ]);
  return { network: where.network, training, invitations, isOn: ways.includes('invitation') };
}

export async function action(args: ActionFunctionArgs) {
  const where = trainingParams(args);
  return submit(args, Inviting, async ({ people }) => {
    const { sent } = await api(args).registering.invite({ ...where, people });
    const to = paths.seatInvitations(where.network, where.trainingId);
    return redirectWithFlash(to, 'registering:invitations.sent', { count: sent });
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => data && `${t('registering:invitations.title')}: ${data.training.title}`,
};

export default function InvitationsPage() {
  const { network, training, invitations, isOn } = useLoaderData<typeof loader>();
  const { t } = useTranslation('registering');
  const state = useTesseraForm<z.input<typeof Inviting>>({
    id: 'invitations',
    labels: { people: t('invitations.people') },
    hints: { people: t('invitations.peopleHint') },
  });
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader eyebrow={training.title} title={t('invitations.title')} lead={t('invitations.lead')} />
      {isOn ? (
        <TesseraForm state={state}>
          <TextareaField {...state.field('people')} rows={6} spellCheck={false} />
          <Button look="primary" isPending={state.isPending}>
            {t('invitations.send')}
          </Button>
        </TesseraForm>
      ) : (
        <Notice
          title={t('invitations.off')}
          actions={
            <LinkButton to={paths.registrationWays(network, training.id)} size="small">
              {t('ways.title')}
            </LinkButton>
          }
        />
      )}
      <Section id="list" title={t('invitations.list')} layout="full">
        {invitations.length === 0 ? (
          <Empty title={t('invitations.none')}>{t('invitations.noneText')}</Empty>
        ) : (
          <Table
            caption={t('invitations.list')}
            isCaptionHidden
            rows={invitations}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'address',
                header: t('invitations.address'),
                isName: true,
                cell: ({ email, name }) => (
                  <>
                    <span className="wrap-anywhere">{email}</span>
                    {name && <span className="block font-normal text-muted">{name}</span>}
                  </>
                ),
              },
              { key: 'state', header: t('invitations.state'), cell: (row) => <State {...row} /> },
              {
                key: 'sent',
                header: t('invitations.sentOn'),
                cell: ({ sentAt }) => <Moment at={sentAt} timeZone={training.timeZone} />,
              },
              {
                key: 'steps',
                isSteps: true,
                header: t('invitations.steps'),
                cell: (row) => <Steps {...row} />,
              },
            ]}
          />
        )}
      </Section>
    </>
  );
}

const looks = {
  sent: { shape: 'waiting' },
  answered: { tone: 'success', shape: 'done' },
  expired: { tone: 'warning', shape: 'attention' },
  revoked: { shape: 'stopped' },
} as const;

function State({ state }: Invitation) {
  const { t } = useTranslation('registering');
  return <Badge {...looks[state]}>{t(`invitations.states.${state}`)}</Badge>;
}

function Steps({ id, email, state }: Invitation) {
  const { network, training } = useLoaderData<typeof loader>();
  const { t } = useTranslation('registering');
  if (state === 'answered') return null;
  const which = <span className="sr-only">{t('invitations.forAddress', { address: email })}</span>;
  return (
    <div className="flex flex-wrap gap-2">
      <Form method="post" action={paths.seatInvitationSending(network, training.id, id)}>
        <Button size="small">
          {t('invitations.resend')} {which}
        </Button>
      </Form>
      {state === 'sent' && (
        <Form method="post" action={paths.seatInvitationRevocation(network, training.id, id)}>
          <Button size="small" look="danger">
            {t('invitations.revoke')} {which}
          </Button>
        </Form>
      )}
    </div>
  );
}
