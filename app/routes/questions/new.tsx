import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { QuestionEditForm } from '~/components/questions/question-form.tsx';
import { QuestionForm, questionOfForm } from '~/components/questions/question-form-schema.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const call = api(args);
  const [{ questions, languages }, { id, title }] = await Promise.all([
    call.questions.build(where),
    call.trainings.page(where),
  ]);
  return { network: where.network, questions, languages, training: { id, title } };
}

export async function action(args: ActionFunctionArgs) {
  const where = trainingParams(args);
  return submit(args, QuestionForm, async (typed) => {
    await api(args).questions.save({ ...where, ...questionOfForm(typed) });
    return redirectWithFlash(paths.questions(where.network, where.trainingId), 'answers:builder.saved');
  });
}

export const handle: Handle = { title: (t) => t('answers:question.newTitle') };

export default function NewQuestion() {
  const { network, training, questions, languages } = useLoaderData<typeof loader>();
  const { t } = useTranslation('answers');
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader eyebrow={training.title} title={t('question.newTitle')} />
      <QuestionEditForm
        back={paths.questions(network, training.id)}
        languages={languages}
        earlier={questions}
        defaultValue={{ kind: 'text' }}
        isNew
      />
    </>
  );
}
