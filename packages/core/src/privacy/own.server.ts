import { inScope } from '@tessera/db/scope.server.ts';
import { type OwnPageRow, ownPage } from '@tessera/db/subject.server.ts';
import { newestWordings, textFor } from '../consents/wordings.server.ts';
import type { Actor, RequestContext } from '../context.server.ts';
import type { ReadingRight } from './seal.server.ts';

type SignedIn = RequestContext & { actor: Actor };

/**
 * One's own page about one's data: what each network asks, who read, what is being forgotten and what must be kept. One
 * statement, however many networks there are.
 */
export async function ownPrivacy(ctx: SignedIn) {
  const { personId } = ctx.actor;
  const rows = await inScope({ personId }, (tx) => tx.run(ownPage(personId, ctx.language)));
  const platform = rows.find(({ code }) => code === 'platform');
  return {
    networks: rows
      .filter((row) => row !== platform)
      .map((row) => ({
        code: row.code,
        name: row.name,
        timeZone: row.timeZone,
        consents: ownConsents(ctx, row),
        reads: row.reads.map(({ id, at, right }) => ({
          id,
          at: new Date(at),
          right: right as ReadingRight,
        })),
        request: dated(row.request),
        hold: row.hold === null ? null : { reason: row.hold },
      })),
    request: dated(platform?.request ?? null),
  };
}

/** What a network asks this person, what they answered, and in which words. */
function ownConsents(ctx: SignedIn, { wordings, answers, defaultLanguage }: OwnPageRow) {
  const stored = wordings.map((row) => ({ ...row, createdAt: new Date(row.createdAt) }));
  return newestWordings(stored).flatMap((wording) => {
    const shown = textFor(wording, ctx.language, defaultLanguage);
    if (!shown) return [];
    const answer = answers.find(({ purpose }) => purpose === wording.purpose);
    return [
      { purpose: wording.purpose, version: wording.version, shown, answer: answer ? answered(answer) : null },
    ];
  });
}

function answered({ decidedAt, withdrawnAt, expiresAt, ...answer }: OwnPageRow['answers'][number]) {
  return {
    ...answer,
    decidedAt: decidedAt ? new Date(decidedAt) : null,
    withdrawnAt: withdrawnAt ? new Date(withdrawnAt) : null,
    expiresAt: expiresAt ? new Date(expiresAt) : null,
  };
}

function dated(request: OwnPageRow['request']) {
  return request && { requestedAt: new Date(request.requestedAt), dueAt: new Date(request.dueAt) };
}
