import { useTranslation } from '@tessera/i18n/react.tsx';
import { useTesseraForm } from '~/ui/form.tsx';
import { TextareaField, TextField } from '~/ui/text-field.tsx';

type Values = {
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  domains: string;
};

/** The state of the form about a provider; with `keptSecret` the provider is there already. */
export function useProviderForm(known?: { values: Partial<Values>; keptSecret: string }) {
  const { t } = useTranslation('accounts');
  return useTesseraForm<Values>({
    id: 'provider',
    labels: {
      name: t('name'),
      issuer: t('issuer'),
      clientId: t('clientId'),
      clientSecret: t('clientSecret'),
      domains: t('domains'),
    },
    hints: {
      name: t('nameHint'),
      issuer: t('issuerHint'),
      clientSecret: known?.keptSecret ?? t('secretHint'),
      domains: t('domainsHint'),
    },
    optional: known ? ['clientSecret'] : [],
    defaultValue: known?.values,
  });
}

/** What is asked about a provider; its issuer only at first. */
export function ProviderFields({
  form,
  isNew,
}: {
  form: ReturnType<typeof useProviderForm>;
  isNew: boolean;
}) {
  return (
    <>
      <TextField {...form.field('name')} />
      {isNew && <TextField {...form.field('issuer')} type="url" inputMode="url" autoComplete="off" />}
      <TextField {...form.field('clientId')} autoComplete="off" spellCheck={false} />
      <TextField {...form.field('clientSecret')} type="password" autoComplete="off" />
      <TextareaField {...form.field('domains')} rows={2} spellCheck={false} />
    </>
  );
}
