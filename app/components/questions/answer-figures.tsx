import type { AskedQuestion } from '@tessera/core/questions/form.server.ts';
import type { AnswersTable } from '@tessera/core/questions/table.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { Table } from '~/ui/table.tsx';
import { useAnswerWords } from './answer-words.ts';

type Figures = AnswersTable['figures'][number];

/** How often each answer was given: a picture, and the same figures as a table. */
export function AnswerFigures({ question, counts }: { question: AskedQuestion; counts: Figures['counts'] }) {
  const { t } = useTranslation('answers');
  const words = useAnswerWords();
  const most = Math.max(1, ...counts.map(({ answers }) => answers));
  return (
    <article className="border-b border-rule py-5 first:pt-0 last:border-0">
      <h3 className="font-semibold" lang={question.language}>
        {question.text}
      </h3>
      <ul aria-hidden className="mt-3 space-y-2">
        {counts.map(({ choice, answers }) => (
          <li
            key={choice}
            className="grid grid-cols-[minmax(0,11rem)_minmax(0,1fr)_2.5rem] items-center gap-3 text-sm"
          >
            <span>{words(question, choice)}</span>
            <svg aria-hidden viewBox="0 0 100 8" preserveAspectRatio="none" className="h-4 w-full">
              <rect width="100" height="8" className="fill-sunk" />
              <rect width={(answers / most) * 100} height="8" className="fill-accent" />
            </svg>
            <span className="text-end tabular-nums">{answers}</span>
          </li>
        ))}
      </ul>
      <details className="mt-2">
        <summary className="link inline-flex min-h-11 items-center text-sm">{t('table.asTable')}</summary>
        <Table
          caption={question.text}
          isCaptionHidden
          narrow="scroll"
          columns={[
            {
              key: 'choice',
              header: t('table.choice'),
              cell: ({ choice }) => words(question, choice),
              isName: true,
            },
            { key: 'count', header: t('table.count'), cell: ({ answers }) => answers, isNumber: true },
          ]}
          rows={counts}
          rowKey={({ choice }) => choice}
        />
      </details>
    </article>
  );
}
