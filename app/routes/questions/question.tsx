import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { QuestionEditForm } from '~/components/questions/question-form.tsx';
import {
  fieldsOfQuestion,
  QuestionForm,
  questionOfForm,
} from '~/components/questions/question-form-schema.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { questionParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { questionId, ...where } = questionParams(args);
  const call = api(args);
  const [{ questions, languages }, { id, title }] = await Promise.all([
    call.questions.build(where),
    call.trainings.page(where),
  ]);
  const at = questions.findIndex((each) => each.id === questionId);
  const question = questions[at];
  if (!question) throw refuse('not_found');
  return {
    network: where.network,
    languages,
    training: { id, title },
    question,
    earlier: questions.slice(0, at),
  };
}

export async function action(args: ActionFunctionArgs) {
  const where = questionParams(args);
  return submit(args, QuestionForm, async (typed) => {
    await api(args).questions.save({ ...where, ...questionOfForm(typed) });
    return redirectWithFlash(paths.questions(where.network, where.trainingId), 'answers:builder.saved');
  });
}

export const handle: Handle = { title: (t) => t('answers:question.editTitle') };

export default function EditQuestion() {
  const { network, training, question, earlier, languages } = useLoaderData<typeof loader>();
  const { t } = useTranslation('answers');
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader eyebrow={training.title} title={t('question.editTitle')} lead={question.text} />
      <QuestionEditForm
        back={paths.questions(network, training.id)}
        languages={languages}
        earlier={earlier}
        defaultValue={fieldsOfQuestion(question)}
        isNew={false}
      />
    </>
  );
}
