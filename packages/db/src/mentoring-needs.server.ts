import {
  hasNoPart,
  isImpartial,
  isNewestApproval,
  isStillAsking,
  livingRelations as living,
} from './mentoring-parts.server.ts';
/** Which parts of mentoring a person has to do with in one network. */
export type MentoringParts = {
  isMentor: boolean;
  /** One of the mentees, with a login. */
  isMentored: boolean;
  /** Answers for mentees of the own institutions who have no login. */
  actsForMentees: boolean;
  decidesMentoring: boolean;
  leadsSafeguarding: boolean;
};

/** What can wait for somebody in mentoring. */
export type MentoringKind =
  | 'mentoringAsked'
  | 'menteeAsked'
  | 'menteeAnswers'
  | 'overdueMeetings'
  | 'meetingsToLog'
  | 'mentorQuestions'
  | 'sentBack'
  | 'concerns'
  | MentoringSigning
  | MentoringDecision;

/** Signatures under an agreement that are missing: of mentees with a login, and what a mentor gives or notes. */
export type MentoringSigning = 'menteeSigns' | 'mentorSigns';
export type MentoringDecision = 'mentoringDecisions' | 'asks' | 'highRisks' | 'approvals';

/** The places of a question's values in its text. */
type Slots = {
  network: string;
  person: string;
  now: string;
  realNow: string;
  today: string;
  institutionIds: string;
};
/** How many there are, as SQL, and since when the first waits. */
type Counting = (from: string, at: string) => string;

const underWay = `('active', 'paused', 'closing')`;
// Of a proposal nothing is answered but the proposal itself.
const accepted = `('accepted_by_both', 'agreement_signed', 'active', 'paused', 'closing')`;

/**
 * What waits for a person in mentoring, as parts of one question: counts alone, so that a list that is opened often opens no
 * text and leaves no entry about anybody.
 */
export function mentoringCounts(
  has: MentoringParts,
  slots: Slots,
  counted: Counting,
): Partial<Record<MentoringKind, string>> {
  return {
    ...(has.isMentor ? mentorCounts(slots, counted) : {}),
    ...(has.isMentored ? { menteeAsked: counted(askedMentees(slots, ownMentee(slots)), askedAt) } : {}),
    ...(has.actsForMentees
      ? { menteeAnswers: counted(askedMentees(slots, ofInstitutions(slots)), askedAt) }
      : {}),
    // A lead reads it within a day, however long the list is.
    ...(has.leadsSafeguarding
      ? {
          concerns: counted(
            `safeguarding_concern c where c.network_id = ${slots.network} and c.state = 'raised'`,
            `c.raised_at + interval '24 hours'`,
          ),
        }
      : {}),
  };
}

/** What waits for whoever decides in mentoring, each with what has to be there for it: only then is it counted. */
export function mentoringDecisions(
  slots: Slots,
  counted: Counting,
): Record<MentoringDecision, { if: string; question: string }> {
  const { network, person } = slots;
  return {
    mentoringDecisions: {
      if: `mentoring_relation r where r.network_id = ${network} and r.state in ${living}`,
      question: counted(decisions(slots), askedAt),
    },
    asks: {
      if: `mentoring_ask k where k.network_id = ${network} and k.answer is null and k.person_id <> ${person}`,
      question: counted(openAsks(slots), 'k.asked_at'),
    },
    highRisks: {
      if: `relation_risk k where k.network_id = ${network} and k.level = 'high'`,
      question: counted(highRisks(slots), 'k.set_at'),
    },
    approvals: {
      if: `relation_approval k where k.network_id = ${network} and k.state = 'requested'`,
      question: counted(waitingApprovals(slots), 'k.requested_at'),
    },
  };
}

/** What waits to be signed by a person, each with what has to be there for it. */
export function mentoringSignings(
  has: MentoringParts,
  slots: Slots,
  counted: Counting,
): Partial<Record<MentoringSigning, { if: string; question: string }>> {
  // Two looks in small indexes: most have neither, and none looks through all relations.
  const open = `(select from mentoring_relation r where r.network_id = ${slots.network} and r.state = 'accepted_by_both'
     union all select from mentoring_relation_mentee m where m.network_id = ${slots.network} and m.came_later and m.left_on is null) o`;
  return {
    ...(has.isMentored
      ? { menteeSigns: { if: open, question: counted(unsignedMentees(slots), askedAt) } }
      : {}),
    ...(has.isMentor
      ? { mentorSigns: { if: open, question: counted(unsignedMentors(slots), askedAt) } }
      : {}),
  };
}

const askedAt = 'r.proposed_at';

const isUnsigned = (network: string, mentee: string) =>
  `not exists (select 1 from relation_signature s where s.network_id = ${network} and s.relation_id = r.id
     and s.mentee_id is not distinct from ${mentee})`;

// Of everybody while the agreement is signed, and of who came into a group that had begun.
const isToSign = (mentee: string) =>
  `(r.state = 'accepted_by_both' or (${mentee}.came_later and r.state in ${underWay}))`;

const unsignedMentees = ({ network, person }: Slots) =>
  `mentoring_relation r join mentoring_relation_mentee m on m.network_id = ${network} and m.relation_id = r.id and m.left_on is null
   join mentee_profile e on e.network_id = ${network} and e.id = m.mentee_id and e.person_id = ${person}
   where r.network_id = ${network} and ${isToSign('m')} and ${isUnsigned(network, 'm.mentee_id')}`;

// The mentor's own one, and those of mentees without a login, which the mentor may note.
const unsignedMentors = ({ network, person }: Slots) =>
  `mentoring_relation r join mentor_profile p on p.network_id = ${network} and p.id = r.mentor_id and p.person_id = ${person}
   where r.network_id = ${network} and r.state in ${accepted} and ((r.state = 'accepted_by_both' and ${isUnsigned(network, 'null')})
     or exists (select 1 from mentoring_relation_mentee m join mentee_profile e on e.network_id = ${network} and e.id = m.mentee_id
       and e.person_id is null where m.network_id = ${network} and m.relation_id = r.id and m.left_on is null
       and ${isToSign('m')} and ${isUnsigned(network, 'm.mentee_id')}))`;

function mentorCounts({ network, person, today }: Slots, counted: Counting): Record<string, string> {
  const own = (states: string) => `join mentor_profile p on p.network_id = ${network} and p.id = r.mentor_id
       and p.person_id = ${person} and r.state in ${states}`;
  return {
    mentoringAsked: counted(
      `mentoring_relation r ${own(`('proposed')`)} where r.network_id = ${network} and r.mentor_accepted_at is null`,
      askedAt,
    ),
    // Each mentee of a group by the own last meeting, as on the page of their mentor.
    overdueMeetings: counted(
      `mentoring_relation r ${own(`('active')`)}
       join mentoring_programme g on g.network_id = ${network} and g.id = r.programme_id
       join mentoring_relation_mentee m on m.network_id = ${network} and m.relation_id = r.id and m.left_on is null
       cross join lateral (select coalesce(max(s.day), case when m.came_later then m.joined_on else r.started_on end) as day from mentoring_session s
         where s.network_id = ${network} and s.relation_id = r.id and s.state = 'held' and exists (
           select 1 from mentoring_session_mentee w where w.network_id = ${network} and w.session_id = s.id and w.mentee_id = m.mentee_id)) l
       where r.network_id = ${network} and ${today} - l.day > g.cadence_days`,
      'l.day',
    ),
    meetingsToLog: counted(
      `mentoring_session s join mentoring_relation r on r.network_id = ${network} and r.id = s.relation_id ${own(underWay)}
       where s.network_id = ${network} and s.state = 'planned' and s.day < ${today}`,
      's.day',
    ),
    mentorQuestions: counted(
      `mentoring_flag f join mentoring_relation r on r.network_id = ${network} and r.id = f.relation_id ${own(accepted)}
       where f.network_id = ${network} and f.resolved_at is null`,
      'f.asked_at',
    ),
    // Until it is sent again or put away.
    sentBack: counted(
      `relation_approval k join mentoring_relation r on r.network_id = ${network} and r.id = k.relation_id ${own(underWay)}
       join mentoring_programme g on g.network_id = ${network} and g.id = r.programme_id and g.plan_approval
       where k.network_id = ${network} and k.state = 'sent_back' and ${isNewestApproval}`,
      'k.decided_at',
    ),
  };
}

const ownMentee = ({ person }: Slots) => `e.person_id = ${person}`;
const ofInstitutions = ({ institutionIds }: Slots) =>
  `e.person_id is null and e.institution_id = any(${institutionIds})`;

const askedMentees = ({ network }: Slots, whose: string) =>
  `mentoring_relation r join mentoring_relation_mentee m on m.network_id = ${network} and m.relation_id = r.id and m.left_on is null
     and m.accepted_at is null
   join mentee_profile e on e.network_id = ${network} and e.id = m.mentee_id and ${whose}
   where r.network_id = ${network} and r.state = 'proposed'`;

// What goes on only by the coordinator: to begin, to approve the end, and to hand over what has no mentor any more. A closing that
// waits to be approved is counted there; every other one here, so that none is in nobody's list.
const decisions = ({ network }: Slots) =>
  `mentoring_relation r where r.network_id = ${network} and r.state in ${living} and (r.state = 'agreement_signed'
     or (r.state = 'closing' and not exists (select 1 from relation_approval k where k.network_id = ${network} and k.relation_id = r.id
       and k.kind = 'closing' and k.state = 'requested'))
     or not exists (select 1 from mentor_profile p join role_assignment o on o.network_id = ${network} and o.person_id = p.person_id
       and o.role = 'mentor' and o.object_id is null and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())
       where p.network_id = ${network} and p.id = r.mentor_id))`;

// Neither the own ones nor those of a relation that they are in.
const openAsks = ({ network, person, realNow }: Slots) =>
  `mentoring_ask k where k.network_id = ${network} and k.answer is null and k.person_id <> ${person}
     and ${isStillAsking('k', realNow)} and ${isImpartial('k', person)}`;

// Relations whose mentor set the level to high, until it is lowered or they end.
const highRisks = ({ network, person }: Slots) =>
  `relation_risk k join mentoring_relation r on r.network_id = ${network} and r.id = k.relation_id and r.state in ${living}
   where k.network_id = ${network} and k.level = 'high' and ${hasNoPart('k', person)}
     and not exists (select 1 from relation_risk n where n.network_id = ${network} and n.relation_id = k.relation_id and n.nth > k.nth)`;

// Neither those of a relation that they are in, nor those whose mentor holds the role no more.
const waitingApprovals = ({ network, person }: Slots) =>
  `relation_approval k join mentoring_relation r on r.network_id = ${network} and r.id = k.relation_id
   join mentor_profile p on p.network_id = ${network} and p.id = r.mentor_id
   where k.network_id = ${network} and k.state = 'requested' and ${hasNoPart('k', person)}
     and exists (select 1 from role_assignment o where o.network_id = ${network} and o.person_id = p.person_id and o.role = 'mentor'
       and o.object_id is null and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now()))`;
