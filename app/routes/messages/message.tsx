import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formats } from '@tessera/i18n/format.ts';
import { isLanguage, languageNames } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { MessageState } from '~/components/messages/message-state.tsx';
import { useMessageTrouble } from '~/components/messages/message-trouble.ts';
import { Recipient } from '~/components/messages/recipient.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { api } from '~/server/api.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { network: code = '', message: messageId = '' } = args.params;
  const { networkId, eventId, ...message } = await api(args).messages.one({ network: code, messageId });
  // Every mail and what renders them: only this page needs them.
  const { messageWords } = await import('@tessera/jobs/notices/preview.server.ts');
  const words = await messageWords({ ...message, networkId, eventId }, new Date());
  // The page's policy allows no style sheet inside; what a mail needs to look right stands at its elements.
  const html = words?.html.replace(/<style\b[^>]*>.*?<\/style>/gs, '');
  return { code, message, words: words && html ? { ...words, html } : null };
}

export const handle: Handle = { title: (t) => t('messages:message.title') };

export default function Message() {
  const { code, message, words } = useLoaderData<typeof loader>();
  const { t, language } = useTranslation('messages');
  const zone = useNetwork()?.timeZone ?? 'UTC';
  const trouble = useMessageTrouble();
  const moment = (at: Date) => formats(language).dateTime(at, zone);
  const { id, kind, state, error, createdAt, sentAt, resends, canResend } = message;
  return (
    <>
      <Breadcrumbs label={t('log.title')} ways={[{ to: paths.messages(code), label: t('log.title') }]} />
      <PageHeader
        eyebrow={t('message.title')}
        title={t(`kinds.${kind}`)}
        actions={canResend && <LinkButton to={paths.messageResend(code, id)}>{t('resend.title')}</LinkButton>}
      />
      <DefinitionList
        entries={[
          { term: t('log.to'), value: <Recipient {...message} /> },
          { term: t('message.subject'), value: words?.subject },
          { term: t('log.state'), value: <MessageState state={state} /> },
          { term: t('message.why'), value: error !== '' && state !== 'sent' && trouble(error) },
          { term: t('message.made'), value: moment(createdAt) },
          { term: t('message.sent'), value: sentAt && moment(sentAt) },
          {
            term: t('log.language'),
            value: isLanguage(message.language) ? languageNames[message.language] : message.language,
          },
        ].map(({ term, value }) => ({ term, value: value || null }))}
      />
      {resends.length > 0 && (
        <Section id="resends" title={t('message.resends')}>
          <ul className="space-y-1">
            {resends.map(({ id: resend, at, actorName }) => (
              <li key={resend}>
                {actorName ? t('message.resentBy', { date: moment(at), name: actorName }) : moment(at)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="words" title={t('message.words')} lead={t('message.wordsLead')}>
        {words ? (
          <>
            <iframe
              title={t('message.frame', { subject: words.subject })}
              srcDoc={words.html}
              sandbox=""
              className="h-[42rem] w-full border border-edge bg-[#ffffff] [color-scheme:light]"
            />
            <details className="mt-6">
              <summary className="link inline-flex min-h-11 cursor-pointer items-center">
                {t('message.text')}
              </summary>
              <div lang={message.language} className="mt-2 max-w-[42rem] wrap-anywhere whitespace-pre-wrap">
                {words.text}
              </div>
            </details>
          </>
        ) : (
          <Notice tone="info" title={t('message.gone')}>
            {t('message.goneText')}
          </Notice>
        )}
      </Section>
    </>
  );
}
