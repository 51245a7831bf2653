import { Form, useNavigation } from '@remix-run/react';
import { type FlagAnswer, type FlagQuestion, flagAnswers } from '@tessera/core/care/standstill-rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { Badge } from '~/ui/badge.tsx';
import { Button } from '~/ui/button.tsx';

export type Flag = {
  id: string;
  question: FlagQuestion;
  answer: FlagAnswer | null;
  canAnswer: boolean;
  askedAt: Date;
  sessionDay: string | null;
  aliases: string[];
  mentor: { givenName: string; familyName: string; nameOrder: 'given_first' | 'family_first' };
};

/** Questions of the coordinator. Their mentor answers each with a word; the coordinator reads the answers. */
export function FlagList({ flags, isForAll }: { flags: readonly Flag[]; isForAll: boolean }) {
  const { t } = useTranslation('care');
  const format = useFormats();
  const timeZone = useNetwork()?.timeZone ?? 'UTC';
  return (
    <ul className="max-w-[46rem]">
      {flags.map((flag) => {
        const { id, question, answer, canAnswer, askedAt, sessionDay, aliases, mentor } = flag;
        const about = sessionDay && t('flags.about', { date: format.date(new Date(sessionDay), 'UTC') });
        return (
          <li key={id} className="border-b border-rule py-4 first:pt-0 last:border-0">
            <p className="font-semibold">
              {[t(`flags.questions.${question}`), about].filter(Boolean).join(' · ')}
            </p>
            <p className="mt-1 text-sm text-muted">
              {[isForAll && format.personName(mentor), aliases.join(', '), format.dateTime(askedAt, timeZone)]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <div className="mt-2">
              {answer ? (
                <Badge tone="success" shape="done">
                  {t(`flags.answers.${answer}`)}
                </Badge>
              ) : canAnswer ? (
                <Answering id={id} question={t(`flags.questions.${question}`)} />
              ) : (
                <Badge shape="waiting">{t('flags.open')}</Badge>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Answering({ id, question }: { id: string; question: string }) {
  const { t } = useTranslation('care');
  const network = useNetwork()?.code ?? '';
  const action = paths.careFlag(network, id);
  const isPending = useNavigation().formAction === action;
  return (
    <Form method="post" action={action} className="flex flex-wrap items-center gap-3">
      <select
        name="answer"
        aria-label={t('flags.yourAnswer', { question })}
        className="control w-auto max-w-full"
        defaultValue="done"
      >
        {flagAnswers.map((value) => (
          <option key={value} value={value}>
            {t(`flags.answers.${value}`)}
          </option>
        ))}
      </select>
      <Button isPending={isPending}>{t('flags.answer')}</Button>
    </Form>
  );
}
