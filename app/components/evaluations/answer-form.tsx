import type { AskedQuestion } from '@tessera/core/evaluations/forms.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { type FormEvent, useState } from 'react';
import { useHasScripts } from '~/components/use-has-scripts.ts';
import { Button } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Progress } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { QuestionField } from './question-field.tsx';

type Answers = Record<string, string | string[]>;

/** The questions of a questionnaire, from what is kept secret to the sending. */
export function AnswerForm({ questions }: { questions: readonly AskedQuestion[] }) {
  const { t } = useTranslation('evaluations');
  const hasScripts = useHasScripts();
  const [done, setDone] = useState(0);
  const state = useTesseraForm<Answers>({
    id: 'questionnaire',
    labels: Object.fromEntries(questions.map(({ name, text }) => [name, text])),
    optional: questions.filter(({ isRequired }) => !isRequired).map(({ name }) => name),
  });
  const count = (event: FormEvent<HTMLFormElement>) => {
    const form = new FormData(event.currentTarget);
    setDone(questions.filter(({ name }) => String(form.get(name) ?? '').trim() !== '').length);
  };
  const progress = t('answer.progress', { done, total: questions.length });
  return (
    <TesseraForm state={state} onChange={count} autoComplete="off">
      <Notice title={t('answer.anonymous')}>
        <p>{t('answer.anonymousText')}</p>
        <p className="mt-2">{t('answer.organiser')}</p>
      </Notice>
      {questions.map((question) => (
        <QuestionField
          key={question.name}
          question={question}
          field={state.field(question.name)}
          given={[state.fields[question.name]?.initialValue ?? []].flat() as string[]}
        />
      ))}
      {hasScripts && <Progress label={progress} value={done} max={questions.length} />}
      <p className="max-w-[36rem] text-sm text-muted">{t('answer.once')}</p>
      <Button look="primary" isPending={state.isPending}>
        {t('answer.submit')}
      </Button>
    </TesseraForm>
  );
}
