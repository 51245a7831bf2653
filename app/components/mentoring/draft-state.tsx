import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Badge } from '~/ui/badge.tsx';
import { Button, LinkButton } from '~/ui/button.tsx';
import { Notice } from '~/ui/notice.tsx';
import { joined, wordsOf } from './entry.ts';
import type { Conflict, DraftState, useDraft } from './use-draft.ts';

const looks = {
  empty: ['draft', 'neutral'],
  notKept: ['attention', 'warning'],
  kept: ['draft', 'neutral'],
  saved: ['done', 'success'],
  offline: ['waiting', 'warning'],
  sending: ['waiting', 'info'],
  sent: ['done', 'success'],
  signedOut: ['attention', 'warning'],
  ended: ['stopped', 'danger'],
} as const;

/** Where what somebody writes is kept now, in one word. */
export function DraftBadge({ state }: { state: DraftState }) {
  const { t } = useTranslation('mentoring');
  const [shape, tone] = looks[state];
  return (
    <p role="status" aria-label={t('draft.label')}>
      <Badge shape={shape} tone={tone}>
        {t(state === 'ended' ? 'log.ended' : `draft.${state}`)}
      </Badge>
    </p>
  );
}

/** What has to be decided or done before an entry is safe on the server. */
export function DraftProblems({ draft, signIn }: { draft: ReturnType<typeof useDraft>; signIn: string }) {
  const { t } = useTranslation('mentoring');
  return (
    <div aria-live="polite" className="space-y-4">
      {draft.state === 'signedOut' && (
        <Notice
          tone="warning"
          title={t('draft.signedOut')}
          actions={
            <LinkButton look="primary" reloadDocument to={paths.signIn({ next: signIn })}>
              {t('draft.signIn')}
            </LinkButton>
          }
        >
          {t('draft.signedOutText')}
        </Notice>
      )}
      {draft.state === 'ended' && (
        <Notice tone="danger" title={t('log.ended')}>
          {t('log.endedText')}
        </Notice>
      )}
      {draft.conflict && <Choice conflict={draft.conflict} choose={draft.choose} />}
    </div>
  );
}

function Choice({
  conflict: { here, there },
  choose,
}: {
  conflict: Conflict;
  choose: ReturnType<typeof useDraft>['choose'];
}) {
  const { t } = useTranslation('mentoring');
  return (
    <Notice
      tone="warning"
      title={t('draft.conflict')}
      actions={
        <>
          <Button type="button" look="primary" onClick={() => choose(joined(there, here))}>
            {t('draft.keepBoth')}
          </Button>
          <Button type="button" onClick={() => choose(here)}>
            {t('draft.keepHere')}
          </Button>
          <Button type="button" onClick={() => choose(there)}>
            {t('draft.keepThere')}
          </Button>
        </>
      }
    >
      <p>{t('draft.conflictText')}</p>
      <dl className="mt-3 grid gap-4 sm:grid-cols-2">
        {([['here', here] as const, ['there', there] as const] as const).map(([name, entry]) => (
          <div key={name}>
            <dt className="font-semibold">{t(`draft.${name}`)}</dt>
            <dd dir="auto" className="mt-1 max-h-60 overflow-auto border border-rule p-3 whitespace-pre-wrap">
              {wordsOf(entry) || '–'}
            </dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}
