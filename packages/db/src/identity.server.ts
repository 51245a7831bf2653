import { statement } from './statement.server.ts';

export type SessionRow = {
  personId: string;
  expiresAt: Date;
  device: string;
  name: string;
  email: string | null;
  language: string | null;
  /** Notices that the person has not read. */
  unread: number;
};

/**
 * A session and its person by the stored id; door "identity". Locked and deactivated people have none. While the session
 * is valid, the rest of the transaction speaks in its person's name.
 */
export const findSession = statement<[storedId: string, realNow: Date], SessionRow>(
  'find_session',
  `select s.person_id as "personId", s.expires_at as "expiresAt", s.device, p.email, p.language, app.unread_notices(p.id) as unread,
     case when s.expires_at > $2 then set_config('app.person_id', p.id::text, true) end as "speaksFor",
     case p.name_order when 'family_first' then p.family_name || ' ' || p.given_name
       else p.given_name || ' ' || p.family_name end as name
   from session s join person p on p.id = s.person_id
   where s.id = $1 and p.state = 'active'`,
);

export type LoginRow = {
  personId: string;
  passwordHash: string | null;
  state: string;
  language: string | null;
};

/** The login of an address (lower case); door "identity". */
export const findLogin = statement<[email: string], LoginRow>(
  'find_login',
  `select p.id as "personId", l.password_hash as "passwordHash", p.state, p.language
   from person p left join login l on l.person_id = p.id where p.email = $1`,
);

/** Counts one attempt at a one-time code and gives the token while it may still be tried; door "identity". */
export const tryLoginToken = statement<
  [id: string, purpose: string, now: Date, maxAttempts: number],
  { personId: string; attempts: number }
>(
  'try_login_token',
  `update login_token set attempts = attempts + 1
   where id = $1 and purpose = $2 and used_at is null and expires_at > $3 and attempts < $4
   returning person_id as "personId", attempts`,
);

/** Marks a token as used, once: a second use finds no row; door "identity". */
export const useLoginToken = statement<[id: string, purpose: string, now: Date], { personId: string }>(
  'use_login_token',
  `update login_token set used_at = $3
   where id = $1 and purpose = $2 and used_at is null and expires_at > $3 returning person_id as "personId"`,
);
