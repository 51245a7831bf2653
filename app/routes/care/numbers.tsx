import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EmergencyNumbers } from '@tessera/core/care/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { ConcernWays } from '~/components/care/concern-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';

const lines = [0, 1, 2, 3];

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const { numbers } = await api(args).concerns.form(where);
  if (!numbers.mayEdit) throw refuse('not_allowed');
  return { ...where, numbers: lines.map((line) => numbers.local[line] ?? { label: '', number: '' }) };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, EmergencyNumbers, async (input) => {
    await api(args).concerns.saveNumbers({ ...where, ...input });
    return redirectWithFlash(paths.concerns(where.network), 'care:numbers.saved');
  });
}

export const handle: Handle = { title: (t) => t('care:numbers.title') };

export default function Numbers() {
  const { network, numbers } = useLoaderData<typeof loader>();
  const { t } = useTranslation('care');
  const form = useTesseraForm<z.input<typeof EmergencyNumbers>>({
    id: 'numbers',
    labels: {
      'numbers[].label': t('numbers.label', { line: '' }),
      'numbers[].number': t('numbers.number', { line: '' }),
    },
    defaultValue: { numbers },
  });
  return (
    <>
      <ConcernWays />
      <PageHeader title={t('numbers.title')} lead={t('numbers.lead')} />
      <TesseraForm state={form}>
        {form.fields.numbers.getFieldList().map((entry, index) => {
          const { label, number } = entry.getFieldset();
          const line = index + 1;
          return (
            <div key={entry.key} className="grid gap-6 sm:grid-cols-2">
              <TextField
                {...form.field(label)}
                label={t('numbers.label', { line })}
                required={false}
                maxLength={60}
              />
              <TextField
                {...form.field(number)}
                label={t('numbers.number', { line })}
                hint={t('numbers.numberHint')}
                required={false}
                type="tel"
                maxLength={26}
              />
            </div>
          );
        })}
        <FormEnd back={paths.concerns(network)} isPending={form.isPending}>
          {t('numbers.save')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
