import type { AskedQuestion } from '@tessera/core/questions/form.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { Button, ButtonRow } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Empty } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { answeredFields } from './answer-form.ts';
import { answerLabels, QuestionFields } from './question-fields.tsx';

type Page = {
  version: number;
  questions: readonly AskedQuestion[];
  answers: Readonly<Record<string, readonly string[]>>;
  sealed: readonly string[];
  canAnswer: boolean;
};

/** The answers in one seat, to be given or changed. */
export function SeatAnswersForm({ page }: { page: Page }) {
  const { t } = useTranslation('answers');
  const { version, questions, sealed, canAnswer } = page;
  const state = useTesseraForm<Record<string, string | string[]>>({
    id: 'answers',
    labels: answerLabels(questions),
    defaultValue: answeredFields(page.answers),
  });
  if (questions.length === 0) return <Empty title={t('seat.none')} />;
  if (!canAnswer) return <Notice title={t('seat.closed')} />;
  return (
    <TesseraForm state={state}>
      <input type="hidden" name="formVersion" value={version} />
      <QuestionFields questions={questions} fields={state.fields} field={state.field} sealed={sealed} />
      <ButtonRow>
        <Button look="primary" isPending={state.isPending}>
          {t('seat.save')}
        </Button>
      </ButtonRow>
    </TesseraForm>
  );
}
