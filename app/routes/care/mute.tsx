import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Mute } from '@tessera/core/care/schema.ts';
import { muteReasons } from '@tessera/core/care/standstill-rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { CareWays } from '~/components/care/care-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { standstillParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { RadioField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';

const Silence = Mute.pick({ until: true, reason: true });
const Step = Mute.shape.step;

export async function loader(args: LoaderFunctionArgs) {
  const { network, aboutId, step } = standstillParams(args);
  const { standing, isForAll } = await api(args).care.board({ network });
  const found = standing.find((each) => each.aboutId === aboutId && each.step === step);
  if (!isForAll || !found) throw refuse('not_found');
  const { aliases, step: known } = found;
  return { network, aliases, step: known };
}

export async function action(args: ActionFunctionArgs) {
  const { network, aboutId, step } = standstillParams(args);
  const known = Step.safeParse(step);
  if (!known.success) throw refuse('not_found');
  return submit(args, Silence, async (silence) => {
    await api(args).care.mute({ network, aboutId, step: known.data, ...silence });
    return redirectWithFlash(paths.care(network), 'care:muting.saved');
  });
}

export const handle: Handle = { title: (t) => t('care:muting.title') };

export default function Muting() {
  const { network, aliases, step } = useLoaderData<typeof loader>();
  const { t } = useTranslation('care');
  const form = useTesseraForm<z.input<typeof Silence>>({
    id: 'mute',
    labels: { until: t('muting.until'), reason: t('muting.reason') },
    hints: { until: t('muting.untilHint') },
  });
  return (
    <>
      <CareWays />
      <PageHeader
        eyebrow={[t(`board.steps.${step}`), aliases.join(', ')].join(' · ')}
        title={t('muting.title')}
        lead={t('muting.lead')}
      />
      <TesseraForm state={form}>
        <TextField {...form.field('until')} type="date" width="medium" />
        <RadioField
          {...form.field('reason')}
          options={muteReasons.map((value) => ({ value, label: t(`board.reasons.${value}`) }))}
        />
        <FormEnd back={paths.care(network)} isPending={form.isPending}>
          {t('muting.save')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
