import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answersSchema } from '@tessera/core/evaluations/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { AnswerForm } from '~/components/evaluations/answer-form.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { spanText } from '~/components/when.tsx';
import { api } from '~/server/api.server.ts';
import { questionnaireParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { network, ...link } = questionnaireParams(args);
  const questionnaire = await api(args).evaluations.questionnaire({ network, ...link });
  return { network, stage: link.stage, questionnaire };
}

export async function action(args: ActionFunctionArgs) {
  const { evaluations } = api(args);
  const link = questionnaireParams(args);
  const { questions } = await evaluations.questionnaire(link);
  return submit(args, answersSchema(questions), async (answers) => {
    await evaluations.answer({ ...link, answers: answers as Record<string, string | string[]> });
    return redirect(paths.questionnaire(link.network, link.seatId, link.stage, link.token));
  });
}

// The address is the key; it is to stand in no list and to be sent along to no other site.
export const headers: HeadersFunction = () => ({
  'X-Robots-Tag': 'noindex, nofollow',
  'Referrer-Policy': 'same-origin',
});
export const meta: MetaFunction = () => [{ name: 'robots', content: 'noindex, nofollow' }];

export const handle: Handle<typeof loader> = {
  title: (t, data) => data && t(`evaluations:answer.titles.${data.stage}`),
};

export default function Questionnaire() {
  const { network, stage, questionnaire } = useLoaderData<typeof loader>();
  const { t } = useTranslation('evaluations');
  const format = useFormats();
  const { state, title, questions, closesAt, timeZone } = questionnaire;
  if (state !== 'open') {
    const isAnswered = state === 'answered';
    return (
      <>
        <PageHeader eyebrow={title} title={t(isAnswered ? 'answer.thanks' : 'answer.over')} />
        <Notice
          tone={isAnswered ? 'success' : 'info'}
          title={t(isAnswered ? 'answer.thanksText' : 'answer.overText')}
          actions={<LinkButton to={paths.network(network)}>{t('answer.toNetwork')}</LinkButton>}
        />
      </>
    );
  }
  return (
    <>
      <PageHeader
        eyebrow={`${title}, ${spanText(format, questionnaire)}`}
        title={t(`answer.titles.${stage}`)}
        lead={t('answer.lead', { count: questions.length, date: format.dateTime(closesAt, timeZone) })}
      />
      <AnswerForm questions={questions} />
    </>
  );
}
