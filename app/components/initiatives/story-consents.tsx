import { Form } from '@remix-run/react';
import { spokenWays } from '@tessera/core/initiatives/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Badge } from '~/ui/badge.tsx';
import { Button } from '~/ui/button.tsx';

export type Member = {
  id: string;
  alias: string | null;
  isOwn: boolean;
  hasAgreed: boolean;
  consentState: string;
  mayAnswerFor: boolean;
};

/** What each of the team says to the story as it stands, and the buttons of those who may answer. */
export function StoryConsents({
  network,
  initiativeId,
  version,
  team,
}: {
  network: string;
  initiativeId: string;
  version: number;
  team: readonly Member[];
}) {
  const { t } = useTranslation('initiatives');
  return (
    <ul className="max-w-[46rem]">
      {team.map((member) => (
        <li
          key={member.id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-rule py-3"
        >
          <span>
            <span className="font-semibold" translate="no">
              {member.alias ?? '–'}
            </span>
            {member.isOwn && <span className="text-muted"> ({t('story.you')})</span>}
            <span className="mt-1 block">
              <ConsentBadge member={member} />
            </span>
          </span>
          {(member.isOwn || member.mayAnswerFor) && (
            <Answer
              member={member}
              action={paths.initiativeConsents(network, initiativeId)}
              version={version}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function ConsentBadge({ member: { hasAgreed, consentState } }: { member: Member }) {
  const { t } = useTranslation('initiatives');
  if (hasAgreed)
    return (
      <Badge tone="success" shape="done">
        {t('story.given')}
      </Badge>
    );
  if (consentState === 'refused' || consentState === 'withdrawn')
    return <Badge shape="stopped">{t(`story.${consentState}`)}</Badge>;
  return <Badge shape="waiting">{t('story.open')}</Badge>;
}

function Answer({ member, action, version }: { member: Member; action: string; version: number }) {
  const { t } = useTranslation('initiatives');
  const { id, alias, isOwn, hasAgreed, consentState } = member;
  const named = (words: string) => (isOwn ? undefined : `${words}: ${alias ?? '–'}`);
  return (
    <Form method="post" action={action} className="flex flex-wrap items-center gap-3" data-print="no">
      <input type="hidden" name="version" value={version} />
      {!isOwn && <input type="hidden" name="menteeId" value={id} />}
      {hasAgreed ? (
        <Button
          name="answer"
          value="withdraw"
          look="danger"
          size="small"
          aria-label={named(t('story.withdraw'))}
        >
          {t('story.withdraw')}
        </Button>
      ) : (
        <>
          {!isOwn && (
            <label className="flex items-center gap-2 text-sm">
              {t('story.how')}
              <select name="how" className="control max-w-44">
                {spokenWays.map((way) => (
                  <option key={way} value={way}>
                    {t(`story.ways.${way}`)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <Button
            name="answer"
            value="give"
            look={isOwn ? 'primary' : 'quiet'}
            size="small"
            aria-label={named(t('story.give'))}
          >
            {t('story.give')}
          </Button>
          {consentState !== 'refused' && (
            <Button name="answer" value="refuse" size="small" aria-label={named(t('story.refuse'))}>
              {t('story.refuse')}
            </Button>
          )}
        </>
      )}
    </Form>
  );
}
