import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { bases, specialBases } from '@tessera/core/privacy/processing/terms.ts';
import { ProcessingDecision } from '@tessera/core/privacy/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { articleWords, basisWords, specialArticleWords } from '~/components/privacy/processing-words.ts';
import { PrivacyWays } from '~/components/shell/entry-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { RadioField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextareaField } from '~/ui/text-field.tsx';

const Decision = ProcessingDecision.omit({ area: true });
const Area = ProcessingDecision.shape.area;

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const call = api(args);
  const [{ viewer }, { entries }] = await Promise.all([
    call.networks.shell(where),
    call.privacy.processing(where),
  ]);
  if (!viewer?.can.includes('privacy.manage')) throw refuse('not_allowed');
  const entry = entries.find(({ area }) => area === args.params.area);
  if (!entry) throw refuse('not_found');
  return { ...where, entry, seen: entry.decision?.at.toISOString() ?? '' };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  const area = Area.safeParse(args.params.area);
  if (!area.success) throw refuse('not_found');
  return submit(args, Decision, async (decision) => {
    await api(args).privacy.decideProcessing({ ...where, area: area.data, ...decision });
    return redirectWithFlash(paths.processing(where.network), 'processing:decide.saved');
  });
}

export const handle: Handle = { title: (t) => t('processing:decide.title') };

export default function ProcessingEntry() {
  const { network, entry, seen } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['processing', 'privacy', 'identity', 'people']);
  const { area, basis, specialBasis, suggested, decision } = entry;
  const form = useTesseraForm<z.input<typeof Decision>>({
    id: 'processing',
    labels: { basis: t('decide.basis'), specialBasis: t('decide.special'), note: t('decide.note') },
    hints: { note: t('decide.noteHint') },
    defaultValue: { basis, specialBasis: specialBasis ?? undefined, note: decision?.note ?? '', seen },
  });
  const articles = basisWords(t, { basis: suggested.basis, specialBasis: suggested.specialBasis });
  return (
    <>
      <PrivacyWays between={[{ to: paths.processing(network), label: t('title') }]} />
      <PageHeader
        eyebrow={t(`privacy:copy.areas.${area}`)}
        title={t('decide.title')}
        lead={t('decide.suggestion', { basis: articles.join('; ') })}
      />
      <TesseraForm state={form}>
        <input type="hidden" name="seen" value={seen} />
        <RadioField
          {...form.field('basis')}
          defaultValue={basis}
          options={bases.map((letter) => ({
            value: letter,
            label: articleWords(t, letter),
          }))}
        />
        {suggested.specialBasis && (
          <SelectField
            {...form.field('specialBasis')}
            options={specialBases.map((letter) => ({
              value: letter,
              label: specialArticleWords(t, letter),
            }))}
          />
        )}
        <TextareaField {...form.field('note')} rows={3} maxLength={500} />
        <FormEnd back={paths.processing(network)} isPending={form.isPending}>
          {t('decide.save')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
