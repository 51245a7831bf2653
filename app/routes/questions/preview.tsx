import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { answerLabels, QuestionFields } from '~/components/questions/question-fields.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { api } from '~/server/api.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const call = api(args);
  const [{ questions }, { id, title }] = await Promise.all([
    call.questions.build(where),
    call.trainings.page(where),
  ]);
  const shown = questions.filter(({ forOrganiser }) => !forOrganiser);
  return { network: where.network, questions: shown, training: { id, title } };
}

export const handle: Handle = { title: (t) => t('answers:builder.preview') };

/** The questions as whoever takes part sees them. */
export default function QuestionsPreview() {
  const { network, training, questions } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['answers', 'common']);
  const state = useTesseraForm<Record<string, string | string[]>>({
    id: 'preview',
    labels: answerLabels(questions),
  });
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader eyebrow={training.title} title={t('builder.preview')} lead={t('builder.previewLead')} />
      <TesseraForm state={state} method="get">
        <QuestionFields questions={questions} fields={state.fields} field={state.field} />
        <LinkButton to={paths.questions(network, training.id)}>{t('common:back')}</LinkButton>
      </TesseraForm>
    </>
  );
}
