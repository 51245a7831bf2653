import type { RuleField } from '@tessera/core/settings/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';

type Value = string | number | boolean | null | readonly number[];

/** Rules and their values in words. */
export function useRuleWords() {
  const { t } = useTranslation(['founding', 'trainings', 'secondStep']);
  const format = useFormats();
  const labels: Record<RuleField, string> = {
    quotaPerInstitution: t('trainings:form.quotaPerInstitution'),
    promotion: t('trainings:form.promotion'),
    offerHours: t('trainings:form.offerHours'),
    cancelDeadlineHours: t('trainings:form.cancelDeadlineHours'),
    attendanceThreshold: t('trainings:form.attendanceThreshold'),
    reminderDays: t('trainings:form.reminderDays'),
    weekStart: t('settings.weekStart'),
    secondStep: t('secondStep:setting.label'),
  };
  function wordOf(field: RuleField, value: Value): string {
    switch (field) {
      case 'promotion':
        return t(value === 'offer' ? 'trainings:form.offer' : 'trainings:form.automatic');
      case 'weekStart':
        return t(`settings.weekdays.${value as 'monday'}`);
      case 'secondStep':
        return t(`secondStep:setting.${value as 'nobody'}`);
      case 'attendanceThreshold':
        return `${value} %`;
      case 'reminderDays': {
        const days = Array.isArray(value) ? value : [];
        const words = days.map((count) => t('trainings:form.daysBefore', { count }));
        return words.length > 0 ? format.list(words) : t('trainings:manage.rules.remindersNone');
      }
      case 'quotaPerInstitution':
        return value === null ? t('settings.noLimit') : String(value);
      case 'offerHours':
      case 'cancelDeadlineHours':
        return t('trainings:hours', { count: Number(value), formatted: format.number(Number(value)) });
      default:
        return field satisfies never;
    }
  }
  return { labels, wordOf };
}
