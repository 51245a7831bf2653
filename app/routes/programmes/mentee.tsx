import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { isEndOfMentee } from '@tessera/core/mentoring/rules.ts';
import { MenteeMove } from '@tessera/core/mentoring/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { MoveForm } from '~/components/programmes/move-form.tsx';
import { MenteeStateBadge, RelationStateBadge } from '~/components/programmes/state-badges.tsx';
import { MentoringWays } from '~/components/programmes/ways.tsx';
import { useWishesEntries } from '~/components/programmes/wishes.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { menteeParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, LinkButton } from '~/ui/button.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = menteeParams(args);
  return { network: where.network, mentee: await api(args).mentoring.mentee(where) };
}

export async function action(args: ActionFunctionArgs) {
  const where = menteeParams(args);
  return submit(args, MenteeMove.pick({ state: true }), async ({ state }) => {
    await api(args).mentoring.moveMentee({ ...where, state });
    return redirectWithFlash(paths.mentee(where.network, where.menteeId), 'programmes:people.moved');
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => data?.mentee.alias ?? t('programmes:mentees.title'),
};

export default function Mentee() {
  const { network, mentee } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['programmes', 'common', 'agreements']);
  const may = useCan();
  const { id, alias, state, next, relation, hasLogin, institutionName } = mentee;
  const wishes = useWishesEntries(mentee, false);
  return (
    <>
      <MentoringWays network={network} above="mentees" />
      <PageHeader
        title={<span translate="no">{alias}</span>}
        actions={
          may('mentee.move') &&
          next.length > 0 && (
            <>
              {may('relation.propose') && !relation && (
                <LinkButton to={paths.matchingOf(network, id)} look="primary">
                  {t('matching.find')}
                </LinkButton>
              )}
              <LinkButton to={paths.editMentee(network, id)}>{t('people.edit')}</LinkButton>
            </>
          )
        }
      />
      <Section id="standing" title={t('programmes.state')}>
        <div className="space-y-6">
          <p className="flex flex-wrap gap-x-6 gap-y-2">
            <MenteeStateBadge state={state} />
            {relation && <RelationStateBadge state={relation.state} />}
          </p>
          {relation && may('relation.move') && (
            <p>
              <Link
                to={paths.relationCoordination(network, relation.id)}
                className="link inline-flex min-h-11 items-center"
              >
                {t('mentees.relation')}
              </Link>
            </p>
          )}
          {may('mentee.add') && !hasLogin && relation?.state === 'accepted_by_both' && (
            <p>
              <Link
                to={paths.relationAgreement(network, relation.id)}
                className="link inline-flex min-h-11 items-center"
              >
                {t('agreements:note')}
              </Link>
            </p>
          )}
          {mentee.canAnswerFor && relation && (
            <Form method="post" action={paths.menteeAnswer(network, id)}>
              <input type="hidden" name="relationId" value={relation.id} />
              <Notice
                title={t('mentees.waitsForAnswer')}
                actions={
                  <>
                    <Button look="primary" name="answer" value="accept">
                      {t('mentees.accept')}
                    </Button>
                    <Button name="answer" value="decline">
                      {t('mentees.decline')}
                    </Button>
                  </>
                }
              >
                {t('mentees.waitsForAnswerText')}
              </Notice>
            </Form>
          )}
          {may('mentee.move') && next.length > 0 && (
            <MoveForm
              moves={next.map((each) => ({
                state: each,
                label: t(`mentees.to.${each}`),
                says: t(`mentees.says.${each}`),
                look: isEndOfMentee(each) && each !== 'graduated' ? 'danger' : 'quiet',
              }))}
            />
          )}
        </div>
      </Section>
      <Section id="about" title={t('mentees.about')} lead={t('mentees.aboutLead')}>
        <DefinitionList
          entries={[
            {
              term: t('programmes.name'),
              value: (
                <span translate="no">
                  {mentee.cohortName
                    ? `${mentee.programmeTitle} · ${mentee.cohortName}`
                    : mentee.programmeTitle}
                </span>
              ),
            },
            {
              term: t('mentees.login'),
              value: hasLogin ? t('mentees.hasLogin') : t('mentees.noLogin'),
            },
            {
              term: t('mentees.actsFor'),
              value: hasLogin ? null : institutionName ? (
                <span translate="no">{institutionName}</span>
              ) : (
                t('mentees.nobodyActs')
              ),
            },
            ...wishes,
            {
              term: t('mentees.interpreter'),
              value: mentee.needsInterpreter ? t('mentees.interpreterYes') : null,
            },
          ]}
        />
      </Section>
    </>
  );
}
