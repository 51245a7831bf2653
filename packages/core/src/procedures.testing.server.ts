import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { appRouter } from './api.server.ts';
import { type Ids, oneFile } from './canary.testing.server.ts';
import { linkToken } from './identity/secrets.server.ts';
import { days } from './testing.server.ts';

type Json = {
  type?: string;
  properties?: Record<string, Json>;
  required?: string[];
  items?: Json;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Json[];
  allOf?: Json[];
  minItems?: number;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
  default?: unknown;
};

const dates = new Set([
  'startsAt',
  'endsAt',
  'from',
  'to',
  'before',
  'validFrom',
  'validUntil',
  'quotaReleaseAt',
  'regOpensAt',
  'regClosesAt',
  'happenedAt',
]);

/** An input that fits the schema of a procedure, with ids from `ids`. */
function fill(schema: Json, name: string, ids: Ids, network: string): unknown {
  if (name === 'network') return network;
  if (ids[name] !== undefined) return ids[name];
  if (name === 'content') return oneFile('name;kind\nA;ngo\n');
  if (name === 'trainerIds') return [ids.personId];
  if (name === 'answerIds') return [ids.answerId];
  if (name === 'seenIds') return [];
  // Nobody saw it so: what is written there stays for the probes after this one.
  if (name === 'seen' && schema.anyOf) return '2000-01-01T00:00:00.000Z';
  if (name === 'menteeIds') return [ids.menteeId];
  if (name === 'mentorIds') return [ids.mentorId];
  if (name === 'ownerId') return ids.menteeId;
  if (name === 'owner' && schema.maxLength === 40) return ids.ownerCode;
  if (name === 'aboutId') return ids.relationId;
  if (name === 'relationIds') return [ids.relationId];
  if (name === 'participantIds') return [ids.participantId];
  if (name === 'needIds') return [ids.needId];
  if (name === 'seatIds' || name === 'receivedIds') return [ids.seatId];
  if (name === 'sourceTrainingId') return ids.trainingId;
  if (name === 'objectId') return ids.trainingId;
  if (name === 'clientId') return 'text';
  if (name === 'otherInstitutionId') return ids.institutionId;
  if (name === 'focalPointId' || name === 'parentId') return '';
  // A module that is off would hide what comes after it.
  if (name === 'modules' && schema.items?.enum) return schema.items.enum;
  if (
    name === 'tokenId' ||
    name === 'eventId' ||
    name === 'requestKey' ||
    name === 'nonce' ||
    name === 'device'
  )
    return randomUUID();
  if (name === 'token') return linkToken('invitation', ids.invitationId ?? '');
  if (dates.has(name))
    return new Date(Date.now() + (name === 'endsAt' || name === 'to' ? days(40) : days(30)));
  if (/Ids?$/.test(name)) throw new Error(`no rule for the id "${name}": add one here`);
  const text: Record<string, string> = {
    email: `x${randomUUID().slice(0, 8)}@demo.example`,
    recipient: network,
    password: 'long enough 123',
    currentPassword: 'long enough 123',
    code: '123456',
    number: '112',
    issuer: 'https://10.0.0.1/accounts',
    domains: 'demo.example',
    language: 'en',
    session: '0123456789abcdef',
    givenName: 'Ion',
    familyName: `Pop${randomUUID().slice(0, 4)}`,
    title: 'Title',
    oldUrl: 'https://example.org/links/old',
    newUrl: 'https://example.org/links/new',
    q: '',
    nameLanguage: 'ro',
    country: 'RO',
    // A form that is open to everybody is filled as a program does it: nothing may come of it.
    fax: 'text',
    month: '2026-01',
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    issuedOn: '2020-01-01',
    testedOn: '2020-01-01',
    until: '2099-01-01',
    day: '2026-01-05',
    inLanguage: 'ar',
    purpose: 'public_listing',
    address: `x-${randomUUID().slice(0, 8)}`,
    defaultLanguage: 'ro',
    sourceLanguage: 'ro',
    timeZone: 'Europe/Bucharest',
    accent: '#4a7fb0',
    seatLanguage: 'ro',
    people: `y${randomUUID().slice(0, 8)}@demo.example`,
  };
  if (text[name] !== undefined && schema.enum === undefined && schema.type === 'string') return text[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf?.find((each) => each.type !== 'null') ?? schema.allOf?.[0];
  if (choice) return fill(choice, name, ids, network);
  switch (schema.type) {
    case 'object':
      return fillObject(schema, ids, network);
    case 'array':
      return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () =>
        fill(schema.items ?? {}, name.replace(/s$/, ''), ids, network),
      );
    case 'integer':
    case 'number':
      return Math.min(
        Math.max(schema.minimum ?? 1, 1) === 1 ? 60 : (schema.minimum ?? 1),
        schema.maximum ?? 60,
      );
    case 'boolean':
      return false;
    case 'string':
      return 'text'.padEnd(schema.minLength ?? 0, 'x');
    default:
      throw new Error(`no rule for the input "${name}": ${JSON.stringify(schema)}`);
  }
}

// Where each may be left out, all of them together may not.
const filledAnyway = new Set(['trainerIds', 'fax', 'title', 'body', 'owner']);

function fillObject(schema: Json, ids: Ids, network: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema.properties ?? {})
      .filter(([key]) => schema.required?.includes(key) || ids[key] !== undefined || filledAnyway.has(key))
      .map(([key, value]) => [key, fill(value, key, ids, network)]),
  );
}

export type Procedure = {
  _def: { type: string; inputs?: z.ZodType[]; meta?: { permission?: string } };
};

/** Every procedure by its name, `trainings.catalogue`. */
export const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);

/**
 * An input for a procedure, with ids from `ids` and what else it needs.
 * @throws when no rule here knows what to put in a field
 */
export function inputFor(procedure: Procedure, ids: Ids, network: string): Record<string, unknown> {
  const parts = (procedure._def.inputs ?? []).map((schema) => {
    const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
    return fillObject(json, ids, network);
  });
  return Object.assign({}, ...parts);
}
