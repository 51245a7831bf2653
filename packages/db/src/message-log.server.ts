import type { NoticePerson } from './messages.server.ts';
import { statement } from './statement.server.ts';

// The ledger of mails as the coordinator of a network reads it.

export type MessageState = 'pending' | 'sending' | 'sent' | 'uncertain' | 'failed';

export type MessageLine = Pick<NoticePerson, 'givenName' | 'familyName' | 'nameOrder'> & {
  id: string;
  kind: string;
  /** Null when it was removed at the end of its time */
  email: string | null;
  /** Null when the address belongs to no person here */
  personId: string | null;
  language: string;
  state: MessageState;
  error: string;
  round: number;
  createdAt: Date;
  sentAt: Date | null;
};

const columns = `m.id, m.kind, case when m.purged_at is null then m.email end as email, p.id as "personId",
     coalesce(p.given_name, '') as "givenName", coalesce(p.family_name, '') as "familyName",
     coalesce(p.name_order, 'given_first') as "nameOrder", m.language, m.state, m.error, m.round,
     m.created_at as "createdAt", m.sent_at as "sentAt"`;

// Codes and resets are mails of the platform itself; a network has none of them.
const isOfNetwork = `m.network_id = $1 and m.kind not in ('sign-in-code', 'password-reset', 'second-step-notice')`;

/**
 * One page of the mails of a network; every word of `q` stands in the address or the name. Names are looked up for the page
 * alone, unless the words or the order ask for them.
 */
export const messagesPage = statement<
  [
    networkId: string,
    kind: string,
    state: string,
    q: string,
    sort: 'newest' | 'oldest' | 'person',
    limit: number,
    offset: number,
  ],
  MessageLine & { total: number }
>(
  'messages_page',
  `with one_page as materialized (
     select m.id, count(*) over ()::int as total, row_number() over (
       order by case when $5 = 'person' then app.fold(coalesce(p.family_name, m.email)) end,
         case when $5 = 'oldest' then m.created_at end, m.created_at desc, m.id) as place
     from message m left join lateral (
       select p.given_name, p.family_name from person p
       where p.id = m.person_id and ($4 <> '' or $5 = 'person') offset 0) p on true
     where ${isOfNetwork} and ($2 = '' or m.kind = $2)
       and case $3 when '' then true when 'open' then m.state in ('pending', 'sending') else m.state = $3 end
       and ($4 = '' or not exists (select 1 from regexp_split_to_table(app.fold($4), '\\s+') as w(word)
         where strpos(app.fold(concat_ws(' ', case when m.purged_at is null then m.email end, p.given_name, p.family_name)), w.word) = 0))
     order by place limit $6 offset $7)
   select ${columns}, o.total
   from one_page o join message m on m.network_id = $1 and m.id = o.id left join person p on p.id = m.person_id
   order by o.place`,
);

/** One mail, with the times somebody had it sent again. */
export const messageOf = statement<
  [networkId: string, id: string],
  MessageLine & {
    eventId: string;
    eventObjectId: string;
    attempts: number;
    resends: { id: string; at: string; actorName: string | null }[];
  }
>(
  'message_of',
  `select ${columns}, m.attempts, m.event_id as "eventId", e.object_id as "eventObjectId",
     coalesce((select json_agg(json_build_object('id', r.id, 'at', r.at, 'actorName',
         case a.name_order when 'family_first' then a.family_name || ' ' || a.given_name else a.given_name || ' ' || a.family_name end)
         order by r.at desc, r.id desc)
       from domain_event r left join person a on a.id = r.actor_id
       where r.network_id = $1 and r.object_id = m.id and r.kind = 'message.resent'), '[]') as resends
   from message m
   join domain_event e on e.network_id = m.network_id and e.id = m.event_id
   left join person p on p.id = m.person_id
   where ${isOfNetwork} and m.id = $2`,
);

/** Opens a settled mail for one more sending; no row when it is on its way already or its address is gone. */
export const reopenMessage = statement<[networkId: string, id: string], { id: string }>(
  'reopen_message',
  `update message set state = 'pending', round = round + 1, started_at = null, error = ''
   where network_id = $1 and id = $2 and state in ('sent', 'uncertain', 'failed') and purged_at is null
   returning id`,
);
