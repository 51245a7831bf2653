import { moduleNames, modules } from '@tessera/core/settings/modules.ts';
import { ModuleChoice } from '@tessera/core/settings/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { Button, ButtonRow } from '~/ui/button.tsx';
import { CheckboxGroupField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';

/** Unticked boxes send nothing, so the form says that it is one. */
export const ModuleForm = ModuleChoice.extend({ form: z.literal('modules') });

/** Which modules are on: one box for each. */
export function ModuleFields({
  on,
  submitLabel,
  children,
}: {
  on: readonly string[];
  submitLabel: string;
  children: ReactNode;
}) {
  const { t } = useTranslation('founding');
  const state = useTesseraForm<z.input<typeof ModuleForm>>({
    id: 'modules',
    labels: { modules: t('settings.modules') },
    optional: ['modules'],
  });
  return (
    <TesseraForm state={state}>
      <input type="hidden" name="form" value="modules" />
      <CheckboxGroupField
        {...state.field('modules')}
        defaultValue={on}
        options={moduleNames.map((name) => ({
          value: name,
          label: t(`modules.${name}`),
          hint:
            modules[name].needs.length > 0
              ? modules[name].needs
                  .map((need) => t('settings.needs', { module: t(`modules.${need}`) }))
                  .join(' ')
              : undefined,
        }))}
      />
      <ButtonRow>
        <Button look="primary" isPending={state.isPending}>
          {submitLabel}
        </Button>
        {children}
      </ButtonRow>
    </TesseraForm>
  );
}
