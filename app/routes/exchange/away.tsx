import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import type { Caller } from '@tessera/core/api.server.ts';
import { isHeld } from '@tessera/core/seats/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { PersonName } from '~/components/person-name.tsx';
import { EntryWays } from '~/components/shell/entry-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { SeatStateBadge } from '~/components/state-badge.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { When } from '~/components/when.tsx';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { type Column, Table } from '~/ui/table.tsx';

type Host = Awaited<ReturnType<Caller['exchange']['away']>>[number];
type AwaySeat = Host['seats'][number];

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { ...where, hosts: await api(args).exchange.away(where) };
}

export const handle: Handle = { title: (t) => t('exchange:away.title') };

export default function Away() {
  const { network, hosts } = useLoaderData<typeof loader>();
  const { t } = useTranslation('exchange');
  const shown = hosts.filter(({ seats }) => seats.length > 0);
  return (
    <>
      <EntryWays />
      <PageHeader title={t('away.title')} lead={t('away.lead')} />
      {shown.length === 0 && <Empty title={t('away.empty')}>{t('away.emptyText')}</Empty>}
      {shown.map(({ host, now, seats }) => (
        <Section
          key={host.code}
          id={`host-${host.code}`}
          title={t('away.host', { network: host.name })}
          layout="full"
        >
          <Seats network={network} host={host} now={now} seats={seats} />
        </Section>
      ))}
    </>
  );
}

function Seats({ network, host, now, seats }: { network: string } & Host) {
  const { t } = useTranslation('exchange');
  const columns: Column<AwaySeat>[] = [
    {
      key: 'person',
      header: t('away.person'),
      isName: true,
      cell: (seat) => (
        <>
          <PersonName {...seat} />
          <span className="block font-normal text-muted">{seat.institutionName}</span>
        </>
      ),
    },
    {
      key: 'event',
      header: t('away.event'),
      cell: (seat) => (
        <>
          {seat.trainingTitle}
          <span className="block text-muted">
            <When {...seat} withTimes />
          </span>
        </>
      ),
    },
    {
      key: 'state',
      header: t('away.state'),
      cell: ({ state, position }) => (
        <>
          <SeatStateBadge state={state} />
          {position !== null && (
            <span className="block tabular-nums">{t('away.position', { position })}</span>
          )}
        </>
      ),
    },
    {
      key: 'steps',
      header: t('away.steps'),
      isSteps: true,
      cell: (seat) => <SeatSteps network={network} seat={seat} isOver={seat.endsAt <= now} />,
    },
  ];
  return (
    <Table
      caption={t('away.caption', { network: host.name })}
      isCaptionHidden
      columns={columns}
      rows={seats}
      rowKey={({ id }) => id}
    />
  );
}

function SeatSteps({ network, seat, isOver }: { network: string; seat: AwaySeat; isOver: boolean }) {
  const { t } = useTranslation(['exchange', 'seats']);
  const format = useFormats();
  const { id, givenName, familyName, nameOrder } = seat;
  const name =
    givenName && familyName
      ? format.personName({ givenName, familyName, nameOrder: nameOrder ?? 'given_first' })
      : t('seats:toBeNamed');
  return (
    <div className="flex flex-wrap gap-2">
      {seat.state === 'offered' && (
        <LinkButton
          to={paths.awayOffer(network, id)}
          size="small"
          look="primary"
          aria-label={t('away.answerFor', { name })}
        >
          {t('away.answer')}
        </LinkButton>
      )}
      {seat.canName && (
        <LinkButton to={paths.awaySeat(network, id)} size="small" aria-label={t('away.changeFor', { name })}>
          {t('away.change')}
        </LinkButton>
      )}
      {seat.canCancel && seat.state !== 'offered' && (
        <LinkButton
          to={paths.awayCancellation(network, id)}
          size="small"
          aria-label={t('away.cancelFor', { name })}
        >
          {t('away.cancel')}
        </LinkButton>
      )}
      {isOver && isHeld(seat) && (
        <Link
          to={paths.takeaways(network, seat.trainingId)}
          className="link inline-flex min-h-11 items-center"
        >
          {t('away.takeaways')}
        </Link>
      )}
    </div>
  );
}
