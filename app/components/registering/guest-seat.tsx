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
}: {
  network: string;
  seat: { id: string; state: string; token: string };
}) {
  const { t } = useTranslation('registering');
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
        <LinkButton to={paths.seatLeave(network, id, token)} size="small">
          {t('guest.seeSeat')}
        </LinkButton>
      }
    >
      <SeatStateBadge state={state} />
    </Notice>
  );
}
