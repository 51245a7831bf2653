import { Form, Link } from '@remix-run/react';
import { type Ask, type AskOutcome, menteeAsks, mentorAsks } from '@tessera/core/mentoring/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { ReactNode } from 'react';
import { Badge } from '~/ui/badge.tsx';
import { Button, ButtonRow } from '~/ui/button.tsx';
import { AskBadge } from './ask-badge.tsx';
import { useAliases } from './words.ts';

type OwnAsk = { id: string; what: string; answer: string | null };
type Relation = {
  relationId: string;
  programmeTitle: string;
  hasAccepted: boolean;
  ask: OwnAsk | null;
  mentees: { alias: string }[];
  /** Who is in the running group that it asks into. */
  joins: { alias: string }[];
};

/** A proposal as its mentor answers it. */
export function ProposalToMentor({ network, relation }: { network: string; relation: Relation }) {
  const { t } = useTranslation('mentoring');
  const aliases = useAliases();
  return (
    <article className="border-2 border-accent p-5">
      <p className="text-sm text-muted">{relation.programmeTitle}</p>
      <h2 className="mt-1 text-xl font-bold">
        <bdi>{aliases(relation.mentees)}</bdi>
      </h2>
      <p className="mt-2">
        <Badge shape="waiting" tone="info">
          {t('states.relation.proposed')}
        </Badge>
      </p>
      {relation.joins.length > 0 && (
        <p className="mt-3">{t('answer.joins', { aliases: aliases(relation.joins) })}</p>
      )}
      <Answer network={network} as="mentor" {...relation}>
        {aliases(relation.mentees)}
      </Answer>
    </article>
  );
}

/** Accept, decline, or ask for something first. `children` names the other side for who hears the buttons. */
export function Answer({
  network,
  as,
  relationId,
  hasAccepted,
  ask,
  children,
}: {
  network: string;
  as: 'mentor' | 'mentee';
  relationId: string;
  hasAccepted: boolean;
  ask: OwnAsk | null;
  children: ReactNode;
}) {
  const { t } = useTranslation('mentoring');
  const action = paths.relationAnswer(network, relationId);
  return (
    <>
      <p className="mt-3">{t(hasAccepted ? 'answer.waits' : 'answer.text')}</p>
      <Form method="post" action={action} className="mt-4">
        <input type="hidden" name="as" value={as} />
        <ButtonRow>
          {!hasAccepted && (
            <Button look="primary" name="answer" value="accept">
              {t('answer.accept')} <span className="sr-only">{children}</span>
            </Button>
          )}
          <Button name="answer" value="decline">
            {t('answer.decline')} <span className="sr-only">{children}</span>
          </Button>
        </ButtonRow>
      </Form>
      <Asking network={network} as={as} relationId={relationId} ask={ask} />
    </>
  );
}

/** What somebody asks the coordinator for, and how they take it back. */
export function Asking({
  network,
  as,
  relationId,
  ask,
}: {
  network: string;
  as: 'mentor' | 'mentee';
  relationId: string;
  ask: OwnAsk | null;
}) {
  const { t } = useTranslation('mentoring');
  const action = paths.relationAnswer(network, relationId);
  if (ask)
    return (
      <Form method="post" action={action} className="mt-4 flex flex-wrap items-center gap-3">
        <input type="hidden" name="as" value={as} />
        <p>{t('asks.asked', { what: t(`asks.${ask.what as Ask}`) })}</p>
        <AskBadge answer={ask.answer as AskOutcome | null} />
        {ask.answer && (
          <Link to={paths.mentoringAsk(network, ask.id)} className="link inline-flex min-h-11 items-center">
            {t('asks.read')}
          </Link>
        )}
        {ask.answer && <input type="hidden" name="answered" value="yes" />}
        <Button size="small" name="takeBack" value={ask.id}>
          {t(ask.answer ? 'asks.close' : 'asks.takeBack')}
        </Button>
      </Form>
    );
  return (
    <details className="mt-4">
      <summary className="inline-flex min-h-11 cursor-pointer items-center underline underline-offset-4">
        {t('asks.title')}
      </summary>
      <p className="mt-1 text-sm text-muted">{t('asks.text')}</p>
      <Form method="post" action={action} className="mt-3 flex flex-wrap gap-2">
        <input type="hidden" name="as" value={as} />
        {(as === 'mentor' ? mentorAsks : menteeAsks).map((what) => (
          <Button key={what} size="small" name="ask" value={what}>
            {t(`asks.${what}`)}
          </Button>
        ))}
      </Form>
      <Link
        to={paths.mentoringAsks(network, { about: relationId })}
        className="link inline-flex min-h-11 items-center"
      >
        {t('asks.more')}
      </Link>
    </details>
  );
}
