import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { SurveyWord } from '@tessera/core/care/schema.ts';
import { surveyAnswers } from '@tessera/core/care/standstill-rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { PersonName } from '~/components/person-name.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { surveyParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';

const Word = SurveyWord.pick({ answer: true });

export async function loader(args: LoaderFunctionArgs) {
  return api(args).care.surveyPage(surveyParams(args));
}

export async function action(args: ActionFunctionArgs) {
  const link = surveyParams(args);
  return submit(args, Word, async ({ answer }) => {
    await api(args).care.answerSurvey({ ...link, answer });
    // The page itself says that the answer has arrived.
    return redirect(paths.mentoringSurvey(link.network, link.surveyId, link.token));
  });
}

export const meta: MetaFunction = () => [{ name: 'robots', content: 'noindex, nofollow' }];

export const handle: Handle = { title: (t) => t('care:survey.question') };

/** Opened from the mail: each answer is one button, and another one corrects it. To look at the page answers nothing. */
export default function Survey() {
  const survey = useLoaderData<typeof loader>();
  const { programmeTitle, with: who, until, timeZone, answer, state } = survey;
  const { t } = useTranslation('care');
  const format = useFormats();
  const form = useTesseraForm({ id: 'survey', labels: {} });
  const isToAnswer = state === 'open' && answer === null;
  return (
    <>
      <PageHeader
        eyebrow={programmeTitle}
        title={t('survey.question')}
        lead={isToAnswer ? t('survey.lead') : undefined}
      />
      <DefinitionList
        entries={[
          {
            term: who?.mentor ? t('board.mentor') : t('board.who'),
            value: who && (who.mentor ? <PersonName {...who.mentor} /> : <bdi>{who.aliases.join(', ')}</bdi>),
          },
          { term: t('survey.until'), value: isToAnswer && format.dateTime(until, timeZone) },
          { term: t('flags.state'), value: answer && t(`survey.answers.${answer}`) },
        ].filter(({ value }) => value)}
      />
      <div className="mt-8 space-y-8">
        {answer && <Notice tone="success" title={t('survey.thanks')} />}
        {state === 'open' && (
          <TesseraForm state={form}>
            <ButtonRow>
              {surveyAnswers
                .filter((word) => word !== answer)
                .map((word) => (
                  <Button key={word} name="answer" value={word}>
                    {t(`survey.answers.${word}`)}
                  </Button>
                ))}
            </ButtonRow>
            <p className="max-w-[46rem] text-sm text-muted">
              {t('survey.reads')} {t('survey.change', { date: format.dateTime(until, timeZone) })}
            </p>
          </TesseraForm>
        )}
        {!answer && state === 'expired' && <Notice title={t('survey.expired')} />}
        {!answer && state === 'over' && <Notice title={t('survey.over')}>{t('survey.overText')}</Notice>}
      </div>
    </>
  );
}
