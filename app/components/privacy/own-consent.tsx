import { Form } from '@remix-run/react';
import type { Caller } from '@tessera/core/api.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useFormats } from '~/components/use-formats.ts';
import { Button, ButtonRow } from '~/ui/button.tsx';

type Asked = Awaited<ReturnType<Caller['privacy']['mine']>>['networks'][number]['consents'][number];

/** One question of a network to oneself: the words, one's answer, and what one can do now. */
export function OwnConsent({
  network,
  timeZone,
  consent,
}: {
  network: string;
  timeZone: string;
  consent: Asked;
}) {
  const { t } = useTranslation('privacy');
  const { purpose, version, shown, answer } = consent;
  const isGiven = answer?.state === 'given';
  const isCurrent = isGiven && answer.version === version;
  const canRenew = isCurrent && answer.isEnding;
  return (
    <li className="border-b border-rule py-5 last:border-0">
      <h4 lang={shown.language} className="font-semibold">
        {shown.title}
      </h4>
      <p lang={shown.language} className="mt-1 max-w-[42rem] whitespace-pre-line">
        {shown.text}
      </p>
      <p className="mt-2 mb-3 text-sm text-muted">{useAnswerWords(consent, timeZone)}</p>
      <ButtonRow>
        {(!isCurrent || canRenew) && (
          <Form method="post" action={paths.consentAnswers()} className="contents">
            <input type="hidden" name="network" value={network} />
            <input type="hidden" name="purpose" value={purpose} />
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="language" value={shown.language} />
            <Button name="answer" value="give">
              {t(canRenew ? 'mine.agreeAgain' : 'mine.agree')}
              <span className="sr-only">: {shown.title}</span>
            </Button>
            {answer?.state !== 'refused' && !isGiven && (
              <Button name="answer" value="refuse">
                {t('mine.refuse')}
                <span className="sr-only">: {shown.title}</span>
              </Button>
            )}
          </Form>
        )}
        {isGiven && (
          <Form method="post" action={paths.consentWithdrawals()} className="contents">
            <input type="hidden" name="network" value={network} />
            <Button name="consentId" value={answer.id}>
              {t('mine.withdraw')}
              <span className="sr-only">: {shown.title}</span>
            </Button>
          </Form>
        )}
      </ButtonRow>
    </li>
  );
}

function useAnswerWords({ version, answer }: Asked, timeZone: string): string {
  const { t } = useTranslation('privacy');
  const format = useFormats();
  const on = (date: Date | null) => ({ date: date ? format.date(date, timeZone) : '' });
  switch (answer?.state) {
    case 'given':
      return [
        t(answer.version === version ? 'mine.givenOn' : 'mine.givenOld', on(answer.decidedAt)),
        answer.expiresAt && t('mine.holdsUntil', on(answer.expiresAt)),
      ]
        .filter(Boolean)
        .join(' ');
    case 'refused':
      return t('mine.refusedOn', on(answer.decidedAt));
    case 'withdrawn':
      return t('mine.withdrawnOn', on(answer.withdrawnAt));
    case 'expired':
      return t('mine.ended');
    default:
      return t('mine.notAnswered');
  }
}
