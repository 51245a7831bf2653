import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { useAnswerWords } from '~/components/questions/answer-words.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, LinkButton } from '~/ui/button.tsx';
import { ErrorSummary } from '~/ui/error-summary.tsx';
import { Field } from '~/ui/field.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const call = api(args);
  const [form, { id, title, timeZone }] = await Promise.all([
    call.questions.build(where),
    call.trainings.page(where),
  ]);
  return { network: where.network, ...form, training: { id, title, timeZone } };
}

const Step = z.object({
  step: z.enum(['up', 'down', 'duplicate', 'copy']),
  questionId: z.string().default(''),
  sourceTrainingId: z.string().default(''),
});

export async function action(args: ActionFunctionArgs) {
  const where = trainingParams(args);
  return submit(args, Step, async ({ step, questionId, sourceTrainingId }) => {
    const { questions } = api(args);
    const done = (key: 'moved' | 'duplicated' | 'copied') =>
      redirectWithFlash(paths.questions(where.network, where.trainingId), `answers:builder.${key}`);
    if (step === 'copy') {
      await questions.copy({ ...where, sourceTrainingId });
      return done('copied');
    }
    if (step === 'duplicate') {
      await questions.duplicate({ ...where, questionId });
      return done('duplicated');
    }
    await questions.move({ ...where, questionId, way: step });
    return done('moved');
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => data && `${t('answers:builder.title')}: ${data.training.title}`,
};

/** The questions of an event, to be arranged. */
export default function QuestionsPage() {
  const { network, training, questions, sources } = useLoaderData<typeof loader>();
  const refused = useActionData<{ error?: Record<string, string[]> | null }>();
  const { t } = useTranslation(['answers', 'shell']);
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader
        eyebrow={training.title}
        title={t('builder.title')}
        lead={t('builder.lead')}
        actions={
          <>
            <LinkButton to={paths.newQuestion(network, training.id)} look="primary">
              {t('builder.add')}
            </LinkButton>
            {questions.length > 0 && (
              <LinkButton to={paths.questionsPreview(network, training.id)}>
                {t('builder.preview')}
              </LinkButton>
            )}
            <LinkButton to={paths.answers(network, training.id)}>{t('table.title')}</LinkButton>
          </>
        }
      />
      <ErrorSummary title={t('shell:formRefused')} messages={Object.values(refused?.error ?? {}).flat()} />
      {questions.length === 0 ? (
        <Empty title={t('builder.empty')}>{t('builder.emptyText')}</Empty>
      ) : (
        <ol aria-label={t('builder.title')} className="max-w-[60rem]">
          {questions.map((question, index) => (
            <QuestionLine
              key={question.id}
              question={question}
              isFirst={index === 0}
              isLast={index === questions.length - 1}
            />
          ))}
        </ol>
      )}
      {sources.length > 0 && <CopyForm />}
    </>
  );
}

type Question = ReturnType<typeof useLoaderData<typeof loader>>['questions'][number];

function QuestionLine({
  question,
  isFirst,
  isLast,
}: {
  question: Question;
  isFirst: boolean;
  isLast: boolean;
}) {
  const { network, training, questions } = useLoaderData<typeof loader>();
  const { t } = useTranslation('answers');
  const words = useAnswerWords();
  const { id, name, kind, text, onlyIf, onlyIfValue, keptDays, answers } = question;
  const on = questions.find((each) => each.name === onlyIf);
  const marks = [
    t(`kinds.${kind}`),
    question.isRequired && t('marks.required'),
    question.forOrganiser && t('marks.forOrganiser'),
    question.isSealed && t('marks.sealed'),
    keptDays !== null && t('builder.keptDays', { count: keptDays }),
    answers > 0 && t('builder.answers', { count: answers }),
  ].filter(Boolean);
  const which = <span className="sr-only">{text}</span>;
  return (
    <li className="border-b border-rule py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
        <div className="min-w-0 flex-1 basis-80">
          <h2 className="font-semibold" lang={question.language}>
            {text}
          </h2>
          <p className="text-sm text-muted">
            {marks.join(' · ')} · <code translate="no">{name}</code>
          </p>
          {on && (
            <p className="text-sm text-muted">
              {onlyIfValue === null
                ? t('form.onlyIf', { question: on.text })
                : t('form.onlyIfValue', { question: on.text, answer: words(on, onlyIfValue) })}
            </p>
          )}
        </div>
        <div className="flex flex-wrap gap-2">
          <LinkButton to={paths.question(network, training.id, id)} size="small">
            {t('builder.edit')} {which}
          </LinkButton>
          <Form method="post" className="contents">
            <input type="hidden" name="questionId" value={id} />
            {!isFirst && (
              <Button name="step" value="up" size="small">
                {t('builder.up')} {which}
              </Button>
            )}
            {!isLast && (
              <Button name="step" value="down" size="small">
                {t('builder.down')} {which}
              </Button>
            )}
            <Button name="step" value="duplicate" size="small">
              {t('builder.duplicate')} {which}
            </Button>
          </Form>
          <LinkButton to={paths.questionRemoval(network, training.id, id)} size="small">
            {t('builder.remove')} {which}
          </LinkButton>
        </div>
      </div>
    </li>
  );
}

function CopyForm() {
  const { sources, training } = useLoaderData<typeof loader>();
  const { t } = useTranslation('answers');
  const format = useFormats();
  const day = (at: Date) => format.date(at, training.timeZone);
  return (
    <Section id="copy" title={t('builder.copyTitle')}>
      <Form method="post" className="space-y-4">
        <input type="hidden" name="step" value="copy" />
        <Field id="source" name="sourceTrainingId" label={t('builder.source')} required>
          <select id="source" name="sourceTrainingId" className="control">
            {sources.map(({ id, title, startsAt, questions }) => (
              <option key={id} value={id}>
                {`${title}, ${day(startsAt)} (${questions})`}
              </option>
            ))}
          </select>
        </Field>
        <Button>{t('builder.copy')}</Button>
      </Form>
    </Section>
  );
}
