import { useTranslation } from '@tessera/i18n/react.tsx';
import { expectation, quotaLeft } from './expectation.ts';

export type SeatFacts = {
  free: number;
  waitingCount: number;
  quotaPerInstitution: number | null;
  quotaReleaseAt: Date | null;
  now: Date;
  /** Seats that the chosen institution holds already */
  held: number;
};

/** Says before the press what the press will bring. */
export function ExpectationText({ asked, facts }: { asked: number; facts: SeatFacts }) {
  const { t } = useTranslation('seats');
  const limit = quotaLeft(facts, facts.held);
  const { confirmed, waiting, position, isLimited } = expectation(asked, { ...facts, quotaLeft: limit });
  return (
    <div className="max-w-[46rem] border-s-4 border-accent bg-raised py-3 ps-4 pe-5">
      <p className="text-sm text-muted">{t('register.expectLabel')}</p>
      <output aria-live="polite" className="block font-semibold">
        {asked === 0 && t('register.expectNothing')}
        {confirmed > 0 && t('register.expectConfirmed', { count: confirmed })}{' '}
        {waiting > 0 && t('register.expectWaiting', { count: waiting, position })}
      </output>
      {waiting > 0 && (
        <p className="text-sm">{isLimited ? t('register.expectQuota') : t('register.expectFull')}</p>
      )}
    </div>
  );
}
