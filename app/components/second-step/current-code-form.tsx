import type { AnyCode } from '@tessera/core/second-step/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { Look } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { TextField } from '~/ui/text-field.tsx';

/** What changes the second step asks for a code that works now. */
export function CurrentCodeForm({ look, children }: { look?: Look; children: ReactNode }) {
  const { t } = useTranslation('secondStep');
  const form = useTesseraForm<z.input<typeof AnyCode>>({
    id: 'current-code',
    labels: { code: t('fields.any') },
    hints: { code: t('fields.anyHint') },
  });
  return (
    <TesseraForm state={form}>
      <TextField
        {...form.field('code')}
        width="medium"
        autoComplete="one-time-code"
        className="tabular-nums"
      />
      <FormEnd back={paths.secondStep()} isPending={form.isPending} look={look}>
        {children}
      </FormEnd>
    </TesseraForm>
  );
}
