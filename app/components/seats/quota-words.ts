import type { institutionKinds } from '@tessera/core/institutions/terms.ts';
import { isBinding, ownOrigin, type QuotaScope } from '@tessera/core/seats/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';

type Named = { scope: QuotaScope; key: string; name?: string | null };

/** What a quota counts, in words: how people take part, a language, a kind of institution, a network. */
export function useQuotaName(): (quota: Named) => string {
  const { t } = useTranslation(['trainings', 'networks', 'exchange']);
  const format = useFormats();
  return ({ scope, key, name }) => {
    if (scope === 'mode') return t(`trainings:modes.${key as 'onsite' | 'online'}`);
    if (scope === 'language') return format.language(key);
    if (scope === 'origin') return name ?? (key === ownOrigin ? t('exchange:quota.own') : key);
    return t(`networks:institutionKinds.${key as (typeof institutionKinds)[number]}`);
  };
}

type Ruled = {
  capacity: number;
  timeZone: string;
  now: Date;
  priorityRule: string;
  partyRule: string;
  promotion: string;
  quotas: readonly (Named & { size: number; releaseAt: Date | null })[];
};

/** The quotas that bind, and the order of the waiting list, as whole sentences for everyone. */
export function useSeatRules(training: Ruled): string[] {
  const { t } = useTranslation('seats');
  const format = useFormats();
  const name = useQuotaName();
  const { capacity, timeZone, now, quotas, priorityRule, partyRule, promotion } = training;
  return [
    ...quotas
      .filter((quota) => isBinding(quota, now))
      .map(({ size, releaseAt, ...quota }) => {
        const params = { what: name(quota), size, capacity };
        if (!releaseAt) return t('quotas.rule', params);
        return t('quotas.ruleUntil', { ...params, moment: format.dateTime(releaseAt, timeZone) });
      }),
    ...(priorityRule === 'institutions_without_seat_first' ? [t('rules.institutionsFirst')] : []),
    t(partyRule === 'strict' ? 'rules.togetherStrict' : 'rules.togetherSkip'),
    ...(promotion === 'offer' ? [t('rules.workingTime')] : []),
  ];
}
