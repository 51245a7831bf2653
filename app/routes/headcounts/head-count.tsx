import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ageBands, type Figure, genders, infoTopics } from '@tessera/core/headcounts/rules.ts';
import { HeadCount } from '@tessera/core/headcounts/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { When } from '~/components/when.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, LinkButton } from '~/ui/button.tsx';
import { CheckboxGroupField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';

const Figures = HeadCount.omit({ trainingId: true });

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  return { ...where, ...(await api(args).headCounts.one(where)) };
}

export async function action(args: ActionFunctionArgs) {
  const where = trainingParams(args);
  return submit(args, Figures, async (figures) => {
    await api(args).headCounts.record({ ...where, ...figures });
    return redirectWithFlash(paths.headCount(where.network, where.trainingId), 'attendance:headCount.done');
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, found) => found && `${t('attendance:headCount.title')}: ${found.training.title}`,
};

export default function HeadCountPage() {
  const { network, training, isOpen } = useLoaderData<typeof loader>();
  const { t } = useTranslation('attendance');
  const may = useCan();
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader
        eyebrow={training.title}
        title={t('headCount.title')}
        lead={t('headCount.lead')}
        actions={
          may('headcount.report') && (
            <LinkButton to={paths.headCounts(network)}>{t('headCount.open')}</LinkButton>
          )
        }
      >
        <p className="mt-4">
          <When {...training} withTimes />
        </p>
      </PageHeader>
      {isOpen ? <FiguresForm /> : <Closed />}
    </>
  );
}

function Closed() {
  const { training, isEarly } = useLoaderData<typeof loader>();
  const { t } = useTranslation('attendance');
  if (training.kind !== 'information_session')
    return <Notice title={t('headCount.notKind')}>{t('headCount.notKindText')}</Notice>;
  if (isEarly) return <Notice title={t('headCount.early')} />;
  return <Notice title={t('headCount.closed')}>{t('headCount.closedText')}</Notice>;
}

function FiguresForm() {
  const { counted, languages } = useLoaderData<typeof loader>();
  const { t } = useTranslation('attendance');
  const format = useFormats();
  const figures = ['total', ...genders, ...ageBands] as const;
  const label = (figure: 'total' | Figure) => t(`headCount.${figure}`);
  const state = useTesseraForm<z.input<typeof Figures>>({
    id: 'head-count',
    labels: {
      topic: t('headCount.topic'),
      languages: t('headCount.languages'),
      ...Object.fromEntries(figures.map((figure) => [figure, label(figure)])),
    },
    hints: { languages: t('headCount.languagesHint') },
    defaultValue: counted
      ? {
          topic: counted.topic as (typeof infoTopics)[number],
          languages: counted.languages,
          ...Object.fromEntries(figures.map((figure) => [figure, counted[figure]])),
        }
      : { otherGender: 0 },
  });
  const { field, fields } = state;
  const chosen = fields.languages.initialValue ?? [];
  const number = (figure: 'total' | Figure) => (
    <TextField
      key={figure}
      {...field(figure)}
      type="number"
      inputMode="numeric"
      min={0}
      max={10_000}
      width="short"
      autoComplete="off"
    />
  );
  return (
    <TesseraForm state={state}>
      <SelectField
        {...field('topic')}
        placeholder={t('headCount.chooseTopic')}
        options={infoTopics.map((topic) => ({ value: topic, label: t(`headCount.topics.${topic}`) }))}
      />
      <CheckboxGroupField
        {...field('languages')}
        defaultValue={Array.isArray(chosen) ? chosen.map(String) : [String(chosen)]}
        options={languages.map((value) => ({ value, label: format.language(value) }))}
      />
      {number('total')}
      {(
        [
          ['gender', genders],
          ['age', ageBands],
        ] as const
      ).map(([group, parts]) => (
        <fieldset key={group} className="pt-2">
          <legend className="font-semibold">{t(`headCount.${group}`)}</legend>
          <p className="mb-4 text-sm text-muted">{t(`headCount.${group}Hint`)}</p>
          <div className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">{parts.map(number)}</div>
        </fieldset>
      ))}
      <Button look="primary" isPending={state.isPending}>
        {t('headCount.submit')}
      </Button>
    </TesseraForm>
  );
}
