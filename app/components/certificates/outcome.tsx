import type { Shortfall } from '@tessera/core/certificates/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { FollowedWork } from '~/components/followed-work.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { LinkButton } from '~/ui/button.tsx';
import { DefinitionList, Progress } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { Section } from '~/ui/page.tsx';
import type { ResultRow } from './result-table.tsx';
import { type RuledTraining, useShortfall } from './verdict.tsx';

type Mails = { total: number; sent: number; waiting: number };

const reasons: readonly Shortfall[] = ['attendance', 'mandatory', 'evaluation'];

/** What came of the issuing: how many have theirs, how many have none and for which rule, and how far the mails are. */
export function Outcome({
  network,
  rows,
  training,
  mails,
  isFollowed,
}: {
  network: string;
  rows: readonly ResultRow[];
  training: RuledTraining & { id: string };
  mails: Mails;
  /** Whether they were issued so lately that the page looks by itself how far the mails are */
  isFollowed: boolean;
}) {
  const { t } = useTranslation('certificates');
  const format = useFormats();
  const shortfall = useShortfall(training);
  const none = rows.filter(({ certificateId }) => certificateId === null);
  const missed = none.flatMap(({ verdict }) => verdict.missed);
  const issued = rows.filter(({ state }) => state === 'issued').length;
  const counts = [
    ...reasons.map((lack) => ({
      key: lack,
      words: shortfall(lack, missed),
      count: none.filter(({ verdict }) => verdict.lacks.includes(lack)).length,
    })),
    {
      key: 'unnamed',
      words: t('issue.earnedUnnamed'),
      count: none.filter(({ verdict, participantId }) => verdict.isEarned && participantId === null).length,
    },
  ].filter(({ count }) => count > 0);
  const label = t('issue.mailsSent', { sent: format.number(mails.sent), total: format.number(mails.total) });
  const percent = Math.floor((mails.sent * 100) / mails.total);
  const lost = mails.total - mails.sent - mails.waiting;
  return (
    <Section id="outcome" title={t('issue.outcome')}>
      <DefinitionList
        entries={[
          { term: t('issue.issuedCount'), value: format.number(issued) },
          {
            term: t('issue.notIssued'),
            value: (
              <>
                {format.number(none.length)}
                {counts.length > 0 && (
                  <ul>
                    {counts.map(({ key, words, count }) => (
                      <li key={key}>
                        {words}: {format.number(count)}
                      </li>
                    ))}
                  </ul>
                )}
              </>
            ),
          },
          ...(mails.total > 0 && mails.waiting === 0
            ? [
                {
                  term: t('issue.mails'),
                  value: lost > 0 ? `${label} ${t('issue.mailsLost', { lost: format.number(lost) })}` : label,
                },
              ]
            : []),
        ]}
      />
      {mails.waiting > 0 && isFollowed && (
        <FollowedWork title={t('issue.mailing')} label={label} percent={percent} />
      )}
      {mails.waiting > 0 && !isFollowed && (
        <Notice
          title={t('issue.mailing')}
          actions={
            <LinkButton to={paths.certificates(network, training.id)}>{t('issue.lookAgain')}</LinkButton>
          }
        >
          <Progress label={label} value={percent} />
        </Notice>
      )}
    </Section>
  );
}
