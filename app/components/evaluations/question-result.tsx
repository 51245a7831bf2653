import type { QuestionResult } from '@tessera/core/evaluations/results.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { Table } from '~/ui/table.tsx';

/** What was answered to one question: a picture of the figures and the same as a table, or what people wrote. */
export function QuestionFigures({ question }: { question: QuestionResult }) {
  const { t } = useTranslation('evaluations');
  const format = useFormats();
  const { kind, text, answered, mean, counts, texts } = question;
  return (
    <article className="border-b border-rule py-6 first:pt-0 last:border-0">
      <h3 className="font-semibold">{text}</h3>
      {kind === 'text' ? (
        <Words texts={texts} />
      ) : answered === null ? (
        <p className="mt-1 text-sm text-muted">{t('results.fewHere')}</p>
      ) : (
        <>
          <p className="mt-1 text-sm text-muted tabular-nums">
            {[
              mean !== null && t('results.mean', { mean: format.number(mean, 1) }),
              t('results.answeredBy', { count: answered }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <Bars question={question} answered={answered} />
          <details className="mt-2">
            <summary className="link inline-flex min-h-11 items-center text-sm">
              {t('results.asTable')}
            </summary>
            <Table
              caption={text}
              isCaptionHidden
              narrow="scroll"
              columns={[
                {
                  key: 'choice',
                  header: t('results.choice'),
                  cell: ({ choice }) => label(question, choice),
                  isName: true,
                },
                {
                  key: 'answers',
                  header: t('results.answers'),
                  cell: ({ answers }) => answers,
                  isNumber: true,
                },
                {
                  key: 'share',
                  header: t('results.share'),
                  cell: ({ answers }) => format.percent(answers / answered),
                  isNumber: true,
                },
              ]}
              rows={counts}
              rowKey={({ choice }) => choice}
            />
          </details>
        </>
      )}
    </article>
  );
}

function Bars({ question, answered }: { question: QuestionResult; answered: number }) {
  const format = useFormats();
  return (
    <ul aria-hidden className="mt-3 space-y-2">
      {question.counts.map(({ choice, answers }) => (
        <li
          key={choice}
          className="grid grid-cols-[minmax(0,11rem)_minmax(0,1fr)_3.5rem] items-center gap-3 text-sm"
        >
          <span>{label(question, choice)}</span>
          <svg aria-hidden viewBox="0 0 100 8" preserveAspectRatio="none" className="h-4 w-full">
            <rect width="100" height="8" className="fill-sunk" />
            <rect width={(answers / answered) * 100} height="8" className="fill-accent" />
          </svg>
          <span className="text-end tabular-nums">{format.percent(answers / answered)}</span>
        </li>
      ))}
    </ul>
  );
}

function Words({ texts }: { texts: readonly string[] }) {
  const { t } = useTranslation('evaluations');
  if (texts.length === 0) return <p className="mt-1 text-sm text-muted">{t('results.noTexts')}</p>;
  return (
    <>
      <p className="mt-1 text-sm text-muted">{t('results.texts')}</p>
      <ul className="mt-3 max-w-[42rem] space-y-3">
        {texts.map((words, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may have written the same, and the order means nothing
          <li key={index} className="border-s-2 border-edge ps-4 whitespace-pre-line" dir="auto">
            {words}
          </li>
        ))}
      </ul>
    </>
  );
}

function label({ kind, words }: QuestionResult, choice: string): string {
  const said = words[choice];
  if (kind !== 'scale') return said ?? choice;
  return said ? `${choice} – ${said}` : choice;
}
