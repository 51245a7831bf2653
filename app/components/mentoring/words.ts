import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';

/** Days of mentoring, which have no zone, in words. */
export function useDays() {
  const { t } = useTranslation('mentoring');
  const format = useFormats();
  const at = (day: string) => new Date(`${day}T00:00Z`);
  return {
    /** `Fri, 1 May 2026`, with the hour where one is agreed */
    day: (day: string, startsAt: string | null = null) =>
      [format.weekday(at(day), 'UTC'), startsAt].filter(Boolean).join(', '),
    /** `3 days ago` */
    ago: (count: number | null) => {
      if (count === null) return t('day.never');
      return count <= 0 ? t('day.today') : t('day.ago', { count });
    },
  };
}

/** Aliases of mentees as one line. */
export function useAliases() {
  const format = useFormats();
  return (mentees: readonly { alias: string }[]) => format.list(mentees.map(({ alias }) => alias));
}
