import { sharableModules } from '@tessera/core/settings/modules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { CheckboxGroupField } from '~/ui/choice-field.tsx';

/** What the own network shares with a partner. */
export function ModulesToShare({ id, chosen }: { id: string; chosen: readonly string[] }) {
  const { t } = useTranslation('founding');
  return (
    <CheckboxGroupField
      id={id}
      name="modules"
      label={t('partners.weShare')}
      required={false}
      defaultValue={chosen}
      options={sharableModules.map((name) => ({ value: name, label: t(`partners.modules.${name}`) }))}
    />
  );
}
