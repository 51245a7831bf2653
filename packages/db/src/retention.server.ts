import { statement } from './statement.server.ts';
import { standingNeed } from './support.server.ts';

// One kind of data: `due` finds what is kept and when its time is over; `end` is what then happens to a batch of it.
// $1 network, $2 now, $3 months. Figures never change: people lose their names, rows that are counted stay.

const noName = `given_name = '', family_name = '–', email = null, job_title = '', person_id = null, language = null`;
const noMentee = `alias = 'purged:' || id, person_id = null, languages = '{}', topics = '{}', availability = '{}', place = '',
  gender_preference = null, meeting_limits = null`;
/** In which lists a mentee stands is kept without the person, so that the modules that they attended count on. */
const seatsKept = (who: string) =>
  `insert into mentee_participant (network_id, programme_id, mentee_id, participant_id)
     select $1, e.programme_id, e.id, i.id from mentee_profile e
     join participant i on i.network_id = $1 and i.person_id = e.person_id where e.network_id = $1 and ${who} on conflict do nothing`;
/** Someone with a role here is not idle, and what the law holds is kept. */
const mayGo = `p.purged_at is null
  and not exists (select 1 from role_assignment r where r.network_id = p.network_id and r.person_id = p.person_id
    and (r.valid_until is null or r.valid_until > $2))
  and not exists (select 1 from legal_hold h where h.network_id = p.network_id and h.person_id = p.person_id and h.lifted_at is null)`;
const tookPart = `(exists (select 1 from seat s join attendance_record a on a.network_id = s.network_id and a.seat_id = s.id
    where s.network_id = p.network_id and s.participant_id = p.id)
  or exists (select 1 from certificate c where c.network_id = p.network_id and c.participant_id = p.id))`;

const kinds = {
  participants: {
    due: `select p.id, greatest(p.created_at, (select max(t.ends_at) from seat s
        join training t on t.network_id = s.network_id and t.id = s.training_id
        where s.network_id = p.network_id and s.participant_id = p.id)) + make_interval(months => $3) as due_at
      from participant p where p.network_id = $1 and ${mayGo} and not ${tookPart}`,
    end: `, kept as (${seatsKept('i.id in (select id from batch)')})
      update participant set ${noName}, purged_at = $2`,
  },
  // The proof of attendance counts from the end of the year in which the phase (or the training) ended.
  attendance: {
    due: `select p.id, (date_trunc('year', (select max(greatest(t.ends_at, (select max(f.ends_on)::timestamptz from phase f
        where f.network_id = t.network_id and t.starts_at::date between f.starts_on and f.ends_on)))
        from seat s join training t on t.network_id = s.network_id and t.id = s.training_id
        where s.network_id = p.network_id and s.participant_id = p.id)) + interval '1 year') + make_interval(months => $3) as due_at
      from participant p where p.network_id = $1 and ${mayGo} and ${tookPart}`,
    end: `, kept as (${seatsKept('i.id in (select id from batch)')})
      update participant set ${noName}, purged_at = $2`,
  },
  // The rows stay with their hashes; the scanned files and what people signed go.
  evidence: {
    due: `select e.id, (date_trunc('year', greatest(t.ends_at, (select max(f.ends_on)::timestamptz from phase f
        where f.network_id = t.network_id and t.starts_at::date between f.starts_on and f.ends_on)))
        + interval '1 year') + make_interval(months => $3) as due_at
      from attendance_evidence e join training t on t.network_id = e.network_id and t.id = e.training_id
      where e.network_id = $1 and e.purged_at is null`,
    end: `, files as (update stored_file set delete_after = $2 where network_id = $1 and id in (
        select file_id from attendance_evidence where network_id = $1 and id in (select id from batch)))
      update attendance_evidence set signature = null, purged_at = $2`,
  },
  certificates: {
    due: `select c.id, c.issued_at + make_interval(months => $3) as due_at from certificate c
      join participant p on p.network_id = c.network_id and p.id = c.participant_id
      where c.network_id = $1 and c.purged_at is null
        and not exists (select 1 from legal_hold h where h.network_id = $1 and h.person_id = p.person_id and h.lifted_at is null)`,
    end: `update certificate set snapshot = snapshot || '{"learnerName": "–", "initials": "–"}', is_name_shown = false, purged_at = $2`,
  },
  notes: {
    due: `select r.id, t.ends_at + make_interval(months => $3) as due_at from registration r
      join training t on t.network_id = r.network_id and t.id = r.training_id where r.network_id = $1 and (r.note <> ''
        or exists (select 1 from seat s where s.network_id = r.network_id and s.registration_id = r.id and s.priority_reason || s.decision_reason <> '')
        or exists (select 1 from guest_registration g where g.network_id = r.network_id and g.registration_id = r.id and g.contact_name <> ''))`,
    end: `, reasons as (update seat set priority_reason = '', decision_reason = '' where network_id = $1 and priority_reason || decision_reason <> ''
        and registration_id in (select id from batch)),
      contacts as (update guest_registration set contact_name = '', contact_email = null where network_id = $1
        and registration_id in (select id from batch))
      update registration set note = ''`,
  },
  // Counts of answers stay; what somebody wrote in their own words goes.
  evaluation_texts: {
    due: `select w.id, e.closed_at + make_interval(months => $3) as due_at from evaluation_text w
      join evaluation e on e.network_id = $1 and e.training_id = w.training_id and e.stage = w.stage
      where w.network_id = $1 and e.closed_at is not null`,
    end: `delete from evaluation_text`,
  },
  // At once when the seat was given back or went to somebody else.
  support: {
    due: `select n.id, case when ${standingNeed} then t.ends_at + make_interval(days => 30 * $3) else greatest(n.asked_at, s.changed_at) end as due_at
      from support_need n join seat s on s.network_id = n.network_id and s.id = n.seat_id
      join training t on t.network_id = n.network_id and t.id = n.training_id where n.network_id = $1`,
    end: `delete from support_need`,
  },
  // A question can name days of its own.
  answers: {
    due: `select n.id, case when ${standingNeed} then t.ends_at + make_interval(days => coalesce(q.kept_days, 30 * $3))
        else greatest(n.answered_at, s.changed_at) end as due_at
      from seat_answer n join seat s on s.network_id = n.network_id and s.id = n.seat_id
      join seat_question q on q.network_id = n.network_id and q.id = n.question_id
      join training t on t.network_id = n.network_id and t.id = n.training_id where n.network_id = $1`,
    end: `delete from seat_answer`,
  },
  // What was said goes, of notes and drafts all; states and days are counted on. A mentee who has left loses alias and wishes.
  mentoring: {
    due: `select r.id, r.ended_at + make_interval(months => $3) as due_at from mentoring_relation r
      where r.network_id = $1 and r.ended_at is not null and r.purged_at is null
        and not exists (select 1 from mentoring_relation_mentee m join mentee_profile e on e.network_id = $1 and e.id = m.mentee_id
          join legal_hold h on h.network_id = $1 and h.person_id = e.person_id and h.lifted_at is null
          where m.network_id = $1 and m.relation_id = r.id)`,
    end: `, goals as (update mentoring_goal set aim = null, measure = null, baseline = null, target = null where network_id = $1
        and relation_id in (select id from batch) returning id),
      reviews as (update mentoring_goal_review set review_note = null, proof_note = null where network_id = $1 and goal_id in (select id from goals)),
      sessions as (update mentoring_session set shared_summary = null, next_steps = null, mood = null where network_id = $1
        and relation_id in (select id from batch) returning id),
      asks as (delete from mentoring_ask where network_id = $1 and relation_id in (select id from batch)),
      surveys as (delete from mentoring_survey where network_id = $1 and relation_id in (select id from batch)),
      risks as (delete from relation_risk where network_id = $1 and relation_id in (select id from batch)),
      approvals as (delete from relation_approval where network_id = $1 and relation_id in (select id from batch)),
      signatures as (delete from relation_signature where network_id = $1 and relation_id in (select id from batch)),
      notes as (delete from mentoring_note where network_id = $1 and session_id in (select id from sessions)),
      drafts as (delete from mentoring_draft where network_id = $1 and relation_id in (select id from batch)),
      people as (update mentee_profile e set ${noMentee}, purged_at = $2::timestamptz where e.network_id = $1 and e.purged_at is null
        and e.ended_at + make_interval(months => $3) <= $2::timestamptz
        and not exists (select 1 from legal_hold h where h.network_id = $1 and h.person_id = e.person_id and h.lifted_at is null)
        and not exists (select 1 from mentoring_relation_mentee m join mentoring_relation r on r.network_id = $1 and r.id = m.relation_id
          where m.network_id = $1 and m.mentee_id = e.id and r.purged_at is null and r.id not in (select id from batch)) returning e.id),
      kept as (${seatsKept('e.id in (select id from people)')})
      update mentoring_relation set end_reason = null, closure_comment = null, purged_at = $2::timestamptz`,
  },
  mentor_notes: {
    due: `select n.id, r.ended_at + make_interval(months => $3) as due_at from mentoring_note n
      join mentoring_session s on s.network_id = $1 and s.id = n.session_id
      join mentoring_relation r on r.network_id = $1 and r.id = s.relation_id
      where n.network_id = $1 and r.ended_at is not null`,
    end: `, drafts as (delete from mentoring_draft d using mentoring_relation r where d.network_id = $1 and r.network_id = $1
        and r.id = d.relation_id and r.ended_at + make_interval(months => $3) <= $2::timestamptz),
      reasons as (update relation_risk k set risk_reason = null from mentoring_relation r where k.network_id = $1 and r.network_id = $1
        and r.id = k.relation_id and k.risk_reason is not null and r.ended_at + make_interval(months => $3) <= $2::timestamptz),
      approvals as (update relation_approval k set request_words = null, decision_words = null from mentoring_relation r
        where k.network_id = $1 and r.network_id = $1 and r.id = k.relation_id
        and (k.request_words is not null or k.decision_words is not null) and r.ended_at + make_interval(months => $3) <= $2::timestamptz)
      delete from mentoring_note`,
  },
  // What was said and done goes; that there was one, and how fast it was read, is counted on.
  concerns: {
    due: `select c.id, c.closed_at + make_interval(months => $3) as due_at from safeguarding_concern c
      where c.network_id = $1 and c.closed_at is not null and c.purged_at is null`,
    end: `, said as (delete from safeguarding_entry where network_id = $1 and concern_id in (select id from batch))
      update safeguarding_concern set raised_by_id = null, purged_at = $2::timestamptz`,
  },
  // That it was held, and with whom, is counted on.
  supervision: {
    due: `select m.id, m.day + make_interval(months => $3) as due_at from supervision_meeting m
      where m.network_id = $1 and m.purged_at is null`,
    end: `update supervision_meeting set supervision_themes = null, purged_at = $2::timestamptz`,
  },
  invitations: {
    due: `select i.id, coalesce(i.accepted_at, i.revoked_at, i.expires_at) + make_interval(months => $3) as due_at
      from invitation i where i.network_id = $1`,
    end: `delete from invitation`,
  },
  messages: {
    due: `select m.id, m.created_at + make_interval(months => $3) as due_at from message m
      where m.network_id = $1 and m.purged_at is null and m.state not in ('pending', 'sending')`,
    end: `update message set email = 'purged:' || id, person_id = null, provider_id = null, purged_at = $2`,
  },
  // One that waits for its digest is told first.
  notices: {
    due: `select n.id, n.created_at + make_interval(months => $3) as due_at from notice n
      where n.network_id = $1 and not (n.is_for_digest and n.digest_id is null and n.read_at is null)`,
    end: `delete from notice`,
  },
  consents: {
    due: `select c.id, coalesce(c.withdrawn_at, case c.state when 'refused' then c.decided_at when 'expired' then c.expires_at end)
        + make_interval(months => $3) as due_at
      from consent_record c where c.network_id = $1 and c.state in ('withdrawn', 'refused', 'expired')
        and not exists (select 1 from legal_hold h where h.network_id = $1 and h.person_id = c.person_id and h.lifted_at is null)`,
    end: `delete from consent_record`,
  },
} as const;

export type RetentionTable = keyof typeof kinds;

export type DueRow = { kept: number; due: number; oldestAt: Date | null; nextAt: Date | null };

/** How many of a kind are kept, how many are due, since when, and when the next one is. */
export const countDue = Object.fromEntries(
  Object.entries(kinds).map(([kind, { due }]) => [
    kind,
    statement<[networkId: string, now: Date, months: number], DueRow>(
      `count_due_${kind}`,
      `select count(*)::int as kept, count(*) filter (where due_at <= $2)::int as due,
         min(due_at) filter (where due_at <= $2) as "oldestAt", min(due_at) filter (where due_at > $2) as "nextAt"
       from (${due}) d`,
    ),
  ]),
) as Record<RetentionTable, ReturnType<typeof statement<[string, Date, number], DueRow>>>;

/** Ends the time of one batch, the oldest first, and gives the ids. */
export const purgeDue = Object.fromEntries(
  Object.entries(kinds).map(([kind, { due, end }]) => [
    kind,
    statement<[networkId: string, now: Date, months: number, most: number], { id: string }>(
      `purge_due_${kind}`,
      `with batch as (select id from (${due}) d where due_at <= $2::timestamptz order by due_at, id limit $4)
       ${end} where network_id = $1 and id in (select id from batch) returning id`,
    ),
  ]),
) as Record<RetentionTable, ReturnType<typeof statement<[string, Date, number, number], { id: string }>>>;

/** The same for the trail: who did something long ago is forgotten, that it happened stays. */
export const countDueActors = statement<[networkId: string, now: Date, months: number], DueRow>(
  'count_due_actors',
  `select count(*)::int as kept, count(*) filter (where due_at <= $2)::int as due,
     min(due_at) filter (where due_at <= $2) as "oldestAt", min(due_at) filter (where due_at > $2) as "nextAt"
   from (select e.at + make_interval(months => $3) as due_at from domain_event e
     where e.network_id = $1 and e.actor_id is not null) d`,
);

export const purgeDueActors = statement<
  [networkId: string, now: Date, months: number, most: number],
  { count: number }
>(
  'purge_due_actors',
  `select app.forget_actors($2::timestamptz - make_interval(months => $3), $4) as count where $1::uuid = app.network_id()`,
);

export type LastRun = { kind: string; ranAt: Date; isDry: boolean; due: number; purged: number };

/** The last night and the last trial of each kind. */
export const lastRuns = statement<[networkId: string], LastRun>(
  'last_runs',
  `select distinct on (kind, is_dry) kind, ran_at as "ranAt", is_dry as "isDry", due, purged
   from retention_run where network_id = $1 order by kind, is_dry, ran_at desc`,
);

/** Takes names and addresses of one person out of a network; every row that is counted stays. */
export const forgetInNetwork = statement<
  [networkId: string, personId: string, email: string | null, now: Date],
  { participants: number; certificates: number; roles: number }
>(
  'forget_in_network',
  `with mine as (select id from participant where network_id = $1 and (person_id = $2 or email = $3)),
   kept as (${seatsKept('e.person_id = $2')}),
   people as (update participant set ${noName}, purged_at = $4 where network_id = $1 and id in (select id from mine) returning 1),
   papers as (update certificate set snapshot = snapshot || '{"learnerName": "–", "initials": "–"}', is_name_shown = false, purged_at = $4
     where network_id = $1 and participant_id in (select id from mine) returning 1),
   roles as (update role_assignment set valid_until = greatest(valid_from, $4) where network_id = $1 and person_id = $2
     and (valid_until is null or valid_until > $4) returning 1),
   support as (delete from support_need n where network_id = $1 and (participant_id in (select id from mine)
     or (participant_id is null and exists (select 1 from seat s where s.network_id = $1 and s.id = n.seat_id
       and s.participant_id in (select id from mine)))) returning 1),
   answers as (delete from seat_answer n where network_id = $1 and (participant_id in (select id from mine)
     or (participant_id is null and exists (select 1 from seat s where s.network_id = $1 and s.id = n.seat_id
       and s.participant_id in (select id from mine)))) returning 1),
   signatures as (update attendance_evidence set signature = null, purged_at = $4 where network_id = $1 and purged_at is null
     and seat_id in (select s.id from seat s where s.network_id = $1 and s.participant_id in (select id from mine)) returning 1),
   notes as (update registration set note = '' where network_id = $1 and submitted_by_id = $2 and note <> '' returning 1),
   contacts as (update guest_registration set contact_name = '', contact_email = null where network_id = $1
     and contact_email = $3 returning 1),
   reasons as (update seat set priority_reason = '', decision_reason = '' where network_id = $1
     and participant_id in (select id from mine) and priority_reason || decision_reason <> '' returning 1),
   asked as (delete from seat_request where network_id = $1 and email = $3 returning 1),
   asked_for as (delete from seat_invitation where network_id = $1 and email = $3 returning 1),
   applied as (delete from membership_application where network_id = $1 and email = $3 returning 1),
   letters as (update message set email = 'purged:' || id, person_id = null, provider_id = null, purged_at = $4
     where network_id = $1 and (person_id = $2 or email = $3) and state not in ('pending', 'sending') returning 1),
   invited as (delete from invitation where network_id = $1 and email = $3 returning 1),
   told as (delete from notice where network_id = $1 and person_id = $2 returning 1),
   consents as (update consent_record set state = 'withdrawn', withdrawn_at = $4 where network_id = $1 and person_id = $2
     and state = 'given' returning 1),
   mentee as (select id from mentee_profile where network_id = $1 and person_id = $2),
   left_now as (update mentoring_relation_mentee set left_on = greatest(joined_on, $4::date) where network_id = $1
     and mentee_id in (select id from mentee) and left_on is null returning relation_id),
   empty as (update mentoring_relation r set state = 'ended_early', ended_at = $4 where r.network_id = $1
     and r.id in (select relation_id from left_now) and not exists (select 1 from mentoring_relation_mentee m where m.network_id = $1
       and m.relation_id = r.id and m.left_on is null and m.mentee_id not in (select id from mentee)) returning 1),
   mentees as (update mentee_profile set ${noMentee}, purged_at = $4, ended_at = coalesce(ended_at, $4),
     state = case when ended_at is null then 'withdrawn' else state end
     where network_id = $1 and id in (select id from mentee) returning 1),
   agreed as (update initiative_member set consent_state = 'withdrawn', consent_version = null, decided_at = $4 where network_id = $1
     and mentee_id in (select id from mentee) and consent_state <> 'withdrawn' returning 1),
   goals as (update mentoring_goal set aim = null, measure = null, baseline = null, target = null where network_id = $1 and mentee_id in (select id from mentee) returning id),
   reviews as (update mentoring_goal_review set review_note = null, proof_note = null where network_id = $1 and goal_id in (select id from goals) returning 1),
   met as (update mentoring_session set shared_summary = null, next_steps = null, mood = null where network_id = $1 and id in (
     select session_id from mentoring_session_mentee where network_id = $1 and mentee_id in (select id from mentee)) returning id),
   about as (delete from mentoring_note where network_id = $1 and (author_person_id = $2 or session_id in (select id from met)) returning 1),
   own_accounts as (delete from account_link where network_id = $1 and person_id = $2 returning 1),
   asks as (delete from mentoring_ask where network_id = $1 and person_id = $2 returning 1),
   surveys as (delete from mentoring_survey where network_id = $1 and person_id = $2 returning 1),
   risks as (update relation_risk set risk_reason = null where network_id = $1 and (set_by_id = $2 or relation_id in (
     select relation_id from mentoring_relation_mentee where network_id = $1 and mentee_id in (select id from mentee))) returning 1),
   approvals as (update relation_approval set request_words = null, decision_words = null, plan_text = null,
     decided_at = case kind when 'plan' then coalesce(decided_at, $4) else decided_at end,
     state = case when kind = 'plan' and state = 'requested' then 'not_needed' else state end
     where network_id = $1 and (requested_by_id = $2 or relation_id in (
     select relation_id from mentoring_relation_mentee where network_id = $1 and mentee_id in (select id from mentee))) returning 1),
   agreements as (delete from relation_signature where network_id = $1 and (mentee_id in (select id from mentee)
     or (mentee_id is null and relation_id in (select r.id from mentoring_relation r join mentor_profile o on o.network_id = $1 and o.id = r.mentor_id
       where r.network_id = $1 and o.person_id = $2))) returning 1),
   drafts as (delete from mentoring_draft where network_id = $1 and (author_person_id = $2
     or relation_id in (select relation_id from left_now)) returning 1),
   ruled_out as (delete from mentoring_ruled_out where network_id = $1 and (mentee_id in (select id from mentee)
     or mentor_id in (select id from mentor_profile where network_id = $1 and person_id = $2)) returning 1),
   concerns as (update safeguarding_concern set raised_by_id = null where network_id = $1 and raised_by_id = $2 returning 1),
   mentors as (update mentor_profile set languages = '{}', topics = '{}', availability = '{}', place = '', gender = null
     where network_id = $1 and person_id = $2 returning 1)
   select (select count(*)::int from people) as participants, (select count(*)::int from papers) as certificates,
     (select count(*)::int from roles) as roles`,
);
