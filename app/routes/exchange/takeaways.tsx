import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Takeaway } from '@tessera/core/exchange/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { AwayWays } from '~/components/exchange-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { TakeawayList } from '~/components/takeaway-list.tsx';
import { TrainingWays } from '~/components/training-ways.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow } from '~/ui/button.tsx';
import { SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { TextareaField, TextField } from '~/ui/text-field.tsx';

const Note = Takeaway.omit({ trainingId: true });

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  return { ...where, ...(await api(args).exchange.takeaways(where)) };
}

export async function action(args: ActionFunctionArgs) {
  const where = trainingParams(args);
  return submit(args, Note, async ({ adoptBy, ...note }) => {
    const day = adoptBy?.toISOString().slice(0, 10) ?? '';
    await api(args).exchange.recordTakeaway({ ...where, ...note, adoptBy: day });
    return redirectWithFlash(paths.takeaways(where.network, where.trainingId), 'exchange:takeaways.done');
  });
}

export const handle: Handle = { title: (t) => t('exchange:takeaways.title') };

export default function Takeaways() {
  const { network, trainingId, title, isAway, isOver, institutions, takeaways } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation('exchange');
  const mayWrite = useCan()('takeaway.record');
  return (
    <>
      {isAway ? <AwayWays network={network} /> : <TrainingWays training={{ id: trainingId, title }} />}
      <PageHeader eyebrow={title} title={t('takeaways.title')} lead={t('takeaways.lead')} />
      {mayWrite && institutions.length === 0 && <Notice title={t('takeaways.notThere')} />}
      {mayWrite && institutions.length > 0 && !isOver && (
        <Notice title={t('takeaways.early')}>{t('takeaways.earlyText')}</Notice>
      )}
      {mayWrite && institutions.length > 0 && isOver && <NoteForm key={takeaways.length} />}
      <Section id="list" title={t('takeaways.list')}>
        {takeaways.length === 0 ? (
          <p className="text-muted">{t('takeaways.none')}</p>
        ) : (
          <TakeawayList takeaways={takeaways} />
        )}
      </Section>
    </>
  );
}

function NoteForm() {
  const { institutions } = useLoaderData<typeof loader>();
  const { t } = useTranslation('exchange');
  const [only] = institutions.length === 1 ? institutions : [];
  const state = useTesseraForm<z.input<typeof Note>>({
    id: 'takeaway',
    labels: {
      institutionId: t('takeaways.institution'),
      learned: t('takeaways.learned'),
      adopts: t('takeaways.adopts'),
      adoptBy: t('takeaways.adoptBy'),
    },
    optional: ['adopts', 'adoptBy'],
    defaultValue: { institutionId: only?.id ?? '' },
  });
  const { fields, field } = state;
  return (
    <div className="mb-10">
      <TesseraForm state={state}>
        {only ? (
          <input type="hidden" name={fields.institutionId.name} value={only.id} />
        ) : (
          <SelectField
            {...field('institutionId')}
            placeholder={t('takeaways.institution')}
            options={institutions.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <TextareaField {...field('learned')} />
        <TextareaField {...field('adopts')} />
        <TextField {...field('adoptBy')} type="date" width="short" />
        <ButtonRow>
          <Button look="primary" isPending={state.isPending}>
            {t('takeaways.submit')}
          </Button>
        </ButtonRow>
      </TesseraForm>
    </div>
  );
}
