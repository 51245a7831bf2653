import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Period } from '@tessera/core/privacy/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
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

const Months = Period.pick({ months: true });
const Kind = Period.shape.kind;

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const { kinds } = await api(args).privacy.board(where);
  const found = kinds.find(({ kind }) => kind === args.params.kind);
  if (!found) throw refuse('not_found');
  const { kind, months, usualMonths } = found;
  return { ...where, kind, months, usualMonths };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  const kind = Kind.safeParse(args.params.kind);
  if (!kind.success) throw refuse('not_found');
  return submit(args, Months, async ({ months }) => {
    await api(args).privacy.setPeriod({ ...where, kind: kind.data, months });
    return redirectWithFlash(paths.privacySettings(where.network), 'privacy:settings.saved');
  });
}

export const handle: Handle = { title: (t) => t('privacy:settings.periodTitle') };

export default function RetentionPeriod() {
  const { network, kind, months, usualMonths } = useLoaderData<typeof loader>();
  const { t } = useTranslation('privacy');
  const form = useTesseraForm<z.input<typeof Months>>({
    id: 'period',
    labels: { months: t('settings.monthsLabel') },
    hints: { months: t('settings.monthsHint', { usual: usualMonths }) },
    defaultValue: { months: String(months) },
  });
  return (
    <>
      <PageHeader
        eyebrow={t(`settings.kinds.${kind}`)}
        title={t('settings.periodTitle')}
        lead={t(`settings.basis.${kind}`)}
      />
      <TesseraForm state={form}>
        <TextField
          {...form.field('months')}
          type="number"
          min={1}
          max={600}
          inputMode="numeric"
          className="max-w-32"
        />
        <FormEnd back={paths.privacySettings(network)} isPending={form.isPending}>
          {t('settings.save')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
