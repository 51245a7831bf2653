import type { QuotaFacts } from '@tessera/core/seats/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { expectation, type Limits, quotaLeft } from './expectation.ts';

/** What the training says about its seats now. */
export type SeatFacts = Limits & { free: number; waitingCount: number; partyRule: string };

export type Asking = QuotaFacts & {
  /** The half-days that are asked for; none stands for all */
  sessionIds: readonly string[];
  asked: number;
  /** Seats that the chosen institution holds already */
  held: number;
  isTogether: boolean;
};

/** What somebody who asks now can expect. */
export function expected(asking: Asking, facts: SeatFacts) {
  const { asked, held, isTogether } = asking;
  return expectation(asked, {
    ...facts,
    quotaLeft: quotaLeft(facts, held, asking),
    isTogether: isTogether && asked > 1,
    isLineFirst: facts.partyRule === 'strict',
  });
}

/** Says before the press what the press will bring. */
export function ExpectationText({ asking, facts }: { asking: Asking; facts: SeatFacts }) {
  const { t } = useTranslation('seats');
  const { asked } = asking;
  const { confirmed, waiting, position, reason } = expected(asking, facts);
  const reasons = {
    quota: t('register.expectQuota'),
    full: t('register.expectFull'),
    together: t('register.expectTogether'),
    line: t('register.expectLine'),
  };
  return (
    <div className="max-w-[46rem] border-s-4 border-accent bg-raised py-3 ps-4 pe-5">
      <p className="text-sm text-muted">{t('register.expectLabel')}</p>
      <output aria-live="polite" className="block font-semibold">
        {asked === 0 && t('register.expectNothing')}
        {confirmed > 0 && t('register.expectConfirmed', { count: confirmed })}{' '}
        {waiting > 0 && t('register.expectWaiting', { count: waiting, position })}
      </output>
      {waiting > 0 && <p className="text-sm">{reasons[reason]}</p>}
    </div>
  );
}
