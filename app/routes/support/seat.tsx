import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { SeatFacts } from '~/components/seats/seat-facts.tsx';
import { SeatWays } from '~/components/seats/seat-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useSupportWords } from '~/components/support/support-words.ts';
import { api } from '~/server/api.server.ts';
import { seatParams } from '~/server/params.server.ts';
import { Button, ButtonRow, LinkButton } from '~/ui/button.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = seatParams(args);
  return { ...where, ...(await api(args).support.ofSeat(where)) };
}

/** Opens what is noted. What was opened is in this answer only, and no cache keeps it. */
export async function action(args: ActionFunctionArgs) {
  const { needs } = await api(args).support.openSeat(seatParams(args));
  return data({ needs }, { headers: { 'Cache-Control': 'private, no-store' } });
}

export const handle: Handle = { title: (t) => t('registration:support.seatTitle') };

export default function SeatSupport() {
  const { network, seatId, seat, count, days, canAsk } = useLoaderData<typeof loader>();
  const opened = useActionData<typeof action>();
  const { t } = useTranslation('registration');
  return (
    <>
      <SeatWays network={network} seat={seat} />
      <PageHeader
        eyebrow={seat.trainingTitle}
        title={t('support.seatTitle')}
        lead={t('support.privacy', { days })}
      />
      <Section id="seat" title={t('support.person')}>
        <SeatFacts seat={seat} />
      </Section>
      <Section
        id="noted"
        title={count === 0 ? t('support.nothing') : t('support.count', { count })}
        lead={count > 0 && !opened && t('support.openText')}
      >
        {opened && <Opened network={network} seatId={seatId} needs={opened.needs} />}
        <ButtonRow>
          {count > 0 && !opened && (
            <Form method="post">
              <Button look="primary">{t('support.openSeat')}</Button>
            </Form>
          )}
          {canAsk && <LinkButton to={paths.newSeatSupport(network, seatId)}>{t('support.add')}</LinkButton>}
        </ButtonRow>
      </Section>
    </>
  );
}

type Needs = NonNullable<ReturnType<typeof useActionData<typeof action>>>['needs'];

function Opened({ network, seatId, needs }: { network: string; seatId: string; needs: Needs }) {
  const { t } = useTranslation('registration');
  const words = useSupportWords();
  return (
    <>
      <Notice title={t('support.opened')}>{t('support.openedText')}</Notice>
      <ul className="mb-6 mt-4 max-w-[46rem]">
        {needs.map(({ id, need, isMet }) => {
          const what = need ? words(need) : t('support.destroyed');
          return (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-rule py-3"
            >
              <p>
                <span className="font-semibold">{what}</span>
                {need?.text && <span className="block">{need.text}</span>}
                {isMet && <span className="block text-sm text-muted">{t('support.met')}</span>}
              </p>
              <Form method="post" action={paths.supportRemoval(network, seatId, id)}>
                <Button size="small">
                  {t('support.remove')} <span className="sr-only">{what}</span>
                </Button>
              </Form>
            </li>
          );
        })}
      </ul>
    </>
  );
}
