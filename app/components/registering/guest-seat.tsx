import { isUndecided } from '@tessera/core/seats/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { SeatStateBadge } from '~/components/state-badge.tsx';
import { LinkButton } from '~/ui/button.tsx';
import { Notice } from '~/ui/notice.tsx';

/** What came of a registration by link. */
export function GuestSeat({
  network,
  seat: { id, state, token },
  asks,
}: {
  network: string;
  seat: { id: string; state: string; token: string };
  /** Whether the event asks questions, so that the answers can be looked at again */
  asks: boolean;
}) {
  const { t } = useTranslation(['registering', 'answers']);
  const said = isUndecided({ state })
    ? 'undecided'
    : state === 'confirmed' || state === 'waiting'
      ? state
      : 'other';
  return (
    <Notice
      tone={state === 'confirmed' ? 'success' : 'info'}
      title={t(`guest.doneText.${said}`)}
      actions={
        <>
          <LinkButton to={paths.seatLeave(network, id, token)} size="small">
            {t('guest.seeSeat')}
          </LinkButton>
          {asks && (
            <LinkButton to={paths.guestAnswers(network, id, token)} size="small">
              {t('answers:seat.open')}
            </LinkButton>
          )}
        </>
      }
    >
      <SeatStateBadge state={state} />
    </Notice>
  );
}
