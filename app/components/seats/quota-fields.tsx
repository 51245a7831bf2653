import { useTranslation } from '@tessera/i18n/react.tsx';
import Plus from 'lucide-react/icons/plus';
import { useFocusOnGrowth } from '~/components/use-focus-on-growth.ts';
import { Button } from '~/ui/button.tsx';
import { SelectField } from '~/ui/choice-field.tsx';
import type { useTesseraForm } from '~/ui/form.tsx';
import { DateTimeField, TextField } from '~/ui/text-field.tsx';
import { useQuotaName } from './quota-words.ts';
import { type QuotaChoice, quotaChoice, type SeatRulesInput } from './seat-rules-form.ts';

/** The quotas of a training: a list that grows and shrinks, without scripts too. */
export function QuotaFields({
  state,
  choices,
}: {
  state: ReturnType<typeof useTesseraForm<SeatRulesInput>>;
  choices: readonly QuotaChoice[];
}) {
  const { t } = useTranslation('seats');
  const name = useQuotaName();
  const { form, fields, field } = state;
  const quotas = fields.quotas.getFieldList();
  const list = useFocusOnGrowth(quotas.length);
  const options = choices.map((choice) => ({ value: quotaChoice(choice), label: name(choice) }));
  return (
    <div id={fields.quotas.id} tabIndex={-1}>
      {quotas.length === 0 && <p className="text-muted">{t('quotas.none')}</p>}
      <ol ref={list}>
        {quotas.map((quota, index) => {
          const parts = quota.getFieldset();
          const number = index + 1;
          return (
            <li key={quota.key} className="border-b border-rule py-5 first:pt-0">
              <div className="mb-3 flex min-h-9 items-center justify-between gap-4">
                <p className="text-sm font-semibold text-muted">{t('quotas.quota', { number })}</p>
                <Button
                  {...form.remove.getButtonProps({ name: fields.quotas.name, index })}
                  size="small"
                  aria-label={t('quotas.removeQuota', { number })}
                >
                  {t('quotas.remove')}
                </Button>
              </div>
              <div className="grid gap-x-5 gap-y-4 sm:grid-cols-[minmax(0,1fr)_8rem_14rem]">
                <SelectField {...field(parts.key)} placeholder={t('quotas.choose')} options={options} />
                <TextField {...field(parts.size)} type="number" min={0} inputMode="numeric" width="short" />
                <DateTimeField {...field(parts.releaseAt)} required={false} />
              </div>
            </li>
          );
        })}
      </ol>
      <div className="pt-4">
        <Button
          {...form.insert.getButtonProps({ name: fields.quotas.name, defaultValue: {} })}
          icon={<Plus aria-hidden />}
        >
          {t('quotas.add')}
        </Button>
      </div>
    </div>
  );
}
