import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { MentorMove } from '@tessera/core/mentoring/schema.ts';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { PersonName } from '~/components/person-name.tsx';
import { LacksNotice } from '~/components/programmes/lacks.tsx';
import { MoveForm } from '~/components/programmes/move-form.tsx';
import { MentorStateBadge } from '~/components/programmes/state-badges.tsx';
import { MentoringWays } from '~/components/programmes/ways.tsx';
import { useWishesEntries } from '~/components/programmes/wishes.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { mentorParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { Meter } from '~/ui/meter.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = mentorParams(args);
  return { network: where.network, mentor: await api(args).mentoring.mentor(where) };
}

export async function action(args: ActionFunctionArgs) {
  const where = mentorParams(args);
  return submit(args, MentorMove.pick({ state: true }), async ({ state }) => {
    await api(args).mentoring.moveMentor({ ...where, state });
    return redirectWithFlash(paths.mentor(where.network, where.mentorId), 'programmes:people.moved');
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => (data ? formats('en').personName(data.mentor) : t('programmes:mentors.title')),
};

const grave: readonly string[] = ['ended', 'rejected'];

export default function Mentor() {
  const { network, mentor } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programmes');
  const format = useFormats();
  const may = useCan();
  const { id, personId, state, next, lacks, isMentorNow, held, capacity, gender } = mentor;
  const wishes = useWishesEntries(mentor, true);
  const isOver = next.length === 0;
  return (
    <>
      <MentoringWays network={network} above="mentors" />
      <PageHeader
        title={<PersonName {...mentor} />}
        actions={
          may('mentor.edit') && <LinkButton to={paths.editMentor(network, id)}>{t('people.edit')}</LinkButton>
        }
      />
      <Section id="standing" title={t('programmes.state')}>
        <div className="space-y-6">
          <MentorStateBadge state={state} />
          {!isOver && <LacksNotice {...{ network, personId, lacks, isMentorNow }} />}
          {!isOver && isMentorNow && lacks.length === 0 && (
            <p className="text-sm text-muted">{t('mentors.complete')}</p>
          )}
          {may('mentor.move') && !isOver && (
            <MoveForm
              moves={next.map((each) => ({
                state: each,
                label: t(`mentors.to.${each}`),
                says: t(`mentors.says.${each}`),
                look: grave.includes(each) ? 'danger' : each === 'paused' ? 'quiet' : 'primary',
              }))}
            />
          )}
        </div>
      </Section>
      <Section id="offers" title={t('mentors.offers')}>
        <DefinitionList
          entries={[
            ...wishes,
            { term: t('mentors.gender'), value: gender && t(`genders.${gender as 'female' | 'male'}`) },
            {
              term: t('mentors.held'),
              value: (
                <Meter
                  value={held}
                  max={capacity}
                  words={t('mentors.heldOf', {
                    held: format.number(held),
                    capacity: format.number(capacity),
                  })}
                />
              ),
            },
          ]}
        />
        {may('person.edit') && (
          <p className="mt-4">
            <Link to={paths.member(network, personId)} className="link inline-flex min-h-11 items-center">
              {t('mentors.memberPage')}
            </Link>
          </p>
        )}
      </Section>
    </>
  );
}
