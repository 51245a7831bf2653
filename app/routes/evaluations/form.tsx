import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DomainError } from '@tessera/core/errors.ts';
import { questionsOfDrafts } from '@tessera/core/evaluations/drafts.ts';
import type { Question } from '@tessera/core/evaluations/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { draftOf, QuestionForm } from '~/components/evaluations/form-schema.ts';
import { QuestionDraftFields } from '~/components/evaluations/question-draft.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

type Drafts = z.input<typeof QuestionForm>;

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const { form, languages } = await formIn(args);
  return { ...where, ...form, languages, drafts: draftsOf(form.questions, languages) };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  const { form } = await formIn(args);
  return submit(args, QuestionForm, async (input) => {
    const questions = questionsOfDrafts(input.questions.map(draftOf), form.questions);
    if (questions.length === 0) throw new DomainError('question_needed');
    const { version } = await api(args).evaluations.saveForm({ ...where, level: form.level, questions });
    return redirectWithFlash(paths.evaluationForms(where.network), 'evaluations:form.saved', { version });
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => data && `${t('evaluations:forms.questions')}: ${t(`evaluations:levels.${data.level}`)}`,
};

export default function EvaluationFormPage() {
  const { network, level, questions, languages, drafts } = useLoaderData<typeof loader>();
  const { t } = useTranslation('evaluations');
  const state = useTesseraForm<Drafts>({
    id: 'questions',
    labels: { 'questions[].position': t('form.position'), 'questions[].kind': t('form.kind') },
    defaultValue: { questions: drafts },
  });
  const rows = state.fields.questions.getFieldList();
  return (
    <>
      <Breadcrumbs
        label={t('forms.title')}
        ways={[
          { to: paths.evaluations(network), label: t('summary.title') },
          { to: paths.evaluationForms(network), label: t('forms.title') },
        ]}
      />
      <PageHeader eyebrow={t('forms.questions')} title={t(`levels.${level}`)} lead={t('form.lead')} />
      <TesseraForm state={state}>
        {rows.map((row, index) => {
          const question = questions[index];
          const fields = (
            <QuestionDraftFields
              row={row as never}
              field={state.field}
              kind={question?.kind ?? null}
              languages={languages}
            />
          );
          if (!question) {
            return (
              <section key={row.key} aria-labelledby="new" className="border-t-2 border-ink pt-5">
                <h2 id="new" className="text-xl font-bold">
                  {t('form.new')}
                </h2>
                <p className="mt-1 mb-5 text-sm text-muted">{t('form.newText')}</p>
                {fields}
              </section>
            );
          }
          return (
            <details key={row.key} className="border-t border-rule pt-2">
              <summary className="link inline-flex min-h-11 items-center">
                {t('form.number', { number: index + 1 })}: {question.shown}
              </summary>
              <div className="pt-4 pb-6">{fields}</div>
            </details>
          );
        })}
        <FormEnd back={paths.evaluationForms(network)} isPending={state.isPending}>
          {t('form.save')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}

async function formIn(args: LoaderFunctionArgs) {
  const { forms, languages } = await api(args).evaluations.forms(networkParams(args));
  const form = forms.find(({ level }) => level === args.params.level);
  if (!form) throw refuse('not_found');
  return { form, languages };
}

function draftsOf(questions: readonly Question[], languages: readonly string[]): Drafts['questions'] {
  const known = questions.map(({ name, kind, isRequired, texts }, index) => ({
    name,
    kind,
    position: index + 1,
    isRequired,
    ...Object.fromEntries(
      languages.flatMap((language) => {
        const words = texts[language];
        return words
          ? [
              [`text_${language}`, words.text],
              [`choices_${language}`, words.choices.join('\n')],
            ]
          : [];
      }),
    ),
  }));
  return [...known, { kind: 'scale', position: questions.length + 1 }];
}
