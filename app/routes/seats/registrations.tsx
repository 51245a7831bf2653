import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { OwnQuestionnaires } from '~/components/evaluations/own-questionnaires.tsx';
import { type MySeat, SeatGroup } from '~/components/seats/seat-group.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const { seats, evaluations } = api(args);
  const [mine, questionnaires] = await Promise.all([seats.mine(where), evaluations.mine(where)]);
  return { ...where, ...mine, questionnaires };
}

export const handle: Handle = { title: (t) => t('seats:mine.title') };

export default function MyRegistrations() {
  const { network, now, seats, questionnaires } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['seats', 'exchange']);
  const groups = byTraining(seats);
  const isPast = ([seat]: readonly MySeat[]) => seat !== undefined && seat.endsAt <= now;
  const upcoming = groups.filter((group) => !isPast(group)).reverse();
  const past = groups.filter(isPast);
  const offers = seats.filter((seat) => seat.state === 'offered');
  const unnamed = upcoming
    .flat()
    .filter((seat) => seat.canName && seat.participantId === null && seat.state === 'confirmed');
  return (
    <>
      <PageHeader
        title={t('mine.title')}
        lead={t('mine.lead')}
        actions={
          useCan()('registration.cancel') && (
            <LinkButton to={paths.away(network)}>{t('exchange:away.title')}</LinkButton>
          )
        }
      />
      {offers.length > 0 && (
        <div className="mb-6">
          <Notice tone="warning" title={t('mine.offers', { count: offers.length })}>
            {t('mine.offersText')}
          </Notice>
        </div>
      )}
      <OwnQuestionnaires network={network} questionnaires={questionnaires} />
      {unnamed.length > 0 && (
        <div className="mb-6">
          <Notice title={t('mine.unnamed', { count: unnamed.length })}>{t('mine.unnamedText')}</Notice>
        </div>
      )}
      {upcoming.length === 0 && (
        <Empty
          title={t(past.length > 0 ? 'mine.emptyUpcoming' : 'mine.empty')}
          action={
            <LinkButton to={paths.trainings(network)} look="primary">
              {t('register.seeCatalogue')}
            </LinkButton>
          }
        >
          {t('mine.emptyText')}
        </Empty>
      )}
      {upcoming.map((group) => (
        <SeatGroup key={group[0]?.trainingId} network={network} seats={group} everySeat={seats} now={now} />
      ))}
      {past.length > 0 && (
        <Section id="past" title={t('mine.past')} layout="full">
          <details>
            <summary className="link inline-flex min-h-11 items-center">
              {t('mine.pastCount', { count: past.length })}
            </summary>
            {past.map((group) => (
              <SeatGroup
                key={group[0]?.trainingId}
                network={network}
                seats={group}
                everySeat={seats}
                now={now}
                level={3}
              />
            ))}
          </details>
        </Section>
      )}
    </>
  );
}

function byTraining(seats: readonly MySeat[]): MySeat[][] {
  const groups = new Map<string, MySeat[]>();
  for (const seat of seats) groups.set(seat.trainingId, [...(groups.get(seat.trainingId) ?? []), seat]);
  return [...groups.values()];
}
