import { spokenLanguages } from '@tessera/i18n/languages.ts';

export const resourceKinds = [
  'guideline',
  'leaflet',
  'video',
  'form',
  'template',
  'study',
  'card_deck',
  'netiquette',
  'report',
] as const;
export type ResourceKind = (typeof resourceKinds)[number];

export const resourceTopics = [
  'housing',
  'training_work',
  'family',
  'benefits',
  'health',
  'residence',
  'labour_law',
  'language',
  'childcare_school',
  'money_contracts',
  'discrimination_violence',
  'participation',
  'mentoring',
  'volunteering',
  'safeguarding',
  'method',
  'other',
] as const;
export type ResourceTopic = (typeof resourceTopics)[number];

export const resourceAudiences = [
  'newcomers',
  'families',
  'young_people',
  'leaders',
  'volunteers',
  'advisers',
  'institutions',
] as const;
export type ResourceAudience = (typeof resourceAudiences)[number];

/** By their SPDX names in lower letters; `own` is what the network says in its own words. */
export const resourceLicences = [
  'cc0-1.0',
  'cc-by-4.0',
  'cc-by-sa-4.0',
  'cc-by-nc-4.0',
  'cc-by-nc-sa-4.0',
  'cc-by-nd-4.0',
  'own',
] as const;
export type ResourceLicence = (typeof resourceLicences)[number];

export const resourceVisibilities = ['network', 'tree', 'public'] as const;
export type ResourceVisibility = (typeof resourceVisibilities)[number];

export const resourceStates = [
  'draft',
  'submitted',
  'reviewed',
  'published',
  'review_due',
  'archived',
] as const;
export type ResourceState = (typeof resourceStates)[number];

export const resourceMoves = [
  'submit',
  'return',
  'review',
  'publish',
  'check',
  'archive',
  'restore',
] as const;
export type ResourceMove = (typeof resourceMoves)[number];

const moves: Record<ResourceState, Partial<Record<ResourceMove, ResourceState>>> = {
  draft: { submit: 'submitted' },
  submitted: { review: 'reviewed', return: 'draft' },
  reviewed: { publish: 'published', return: 'draft' },
  published: { check: 'published', archive: 'archived' },
  review_due: { check: 'published', archive: 'archived' },
  archived: { restore: 'draft' },
};

/** Where a move leads, or null when it cannot be made. */
export function stateAfter(state: ResourceState, move: ResourceMove): ResourceState | null {
  return moves[state][move] ?? null;
}

/** Whoever may change a resource hands it in and checks it again; everything else is decided for the whole network. */
export function isDecision(move: ResourceMove): boolean {
  return move !== 'submit' && move !== 'check';
}

/** The moves from a state, for who may change the resource and for who decides. */
export function movesFrom(state: ResourceState, may: { edit: boolean; decide: boolean }): ResourceMove[] {
  return resourceMoves.filter((move) => moves[state][move] && (isDecision(move) ? may.decide : may.edit));
}

/** States in which a resource is there for its readers. */
export function isShown(state: ResourceState): boolean {
  return state === 'published' || state === 'review_due';
}

/** What was shown once is changed by a new version only; before that, as one writes. */
export function keepsVersions({ publishedAt }: { publishedAt: Date | null }): boolean {
  return publishedAt !== null;
}

export const partsOfResource = ['text', 'items', 'licence'] as const;
export type PartOfResource = (typeof partsOfResource)[number];

/** What a resource lacks before it can be handed in. */
export function lackingIn(resource: {
  texts: readonly { language: string }[];
  sourceLanguage: string;
  items: readonly unknown[];
  licence: string;
  licenceWords: string;
}): PartOfResource[] {
  const has: Record<PartOfResource, boolean> = {
    text: resource.texts.some(({ language }) => language === resource.sourceLanguage),
    items: resource.items.length > 0,
    licence: resource.licence !== 'own' || resource.licenceWords !== '',
  };
  return partsOfResource.filter((part) => !has[part]);
}

/** Whether an item belongs to a version. */
export function isIn(item: { fromVersion: number; untilVersion: number | null }, version: number): boolean {
  return item.fromVersion <= version && (item.untilVersion === null || item.untilVersion > version);
}

type Item = { language: string; fromVersion: number };

/** Whether a file or link in another language was left behind by a version that was new in the source language. */
export function isBehind(
  item: Item,
  resource: {
    sourceLanguage: string;
    items: readonly Item[];
    versions: readonly { number: number; isMinor: boolean }[];
  },
): boolean {
  const { sourceLanguage, items, versions } = resource;
  if (item.language === sourceLanguage || item.language === everyLanguage) return false;
  return versions.some(
    ({ number, isMinor }) =>
      !isMinor &&
      number > item.fromVersion &&
      items.some(({ language, fromVersion }) => language === sourceLanguage && fromVersion === number),
  );
}

/** What a partner may make of a resource; the later includes the earlier. */
export const shareRights = ['read', 'translate', 'adapt'] as const;
export type ShareRight = (typeof shareRights)[number];

/** `translation` keeps what is said, `adaptation` changes it. */
export const originKinds = ['translation', 'adaptation'] as const;
export type OriginKind = (typeof originKinds)[number];

/** What can be made with a right. */
export function makings(rights: ShareRight | null): OriginKind[] {
  if (rights === 'adapt') return ['translation', 'adaptation'];
  return rights === 'translate' ? ['translation'] : [];
}

export const adoptionOutcomes = ['used', 'adapted', 'not_used'] as const;
export type AdoptionOutcome = (typeof adoptionOutcomes)[number];

/** A file can be in no language, or in many. */
export const everyLanguage = 'mul';
export const itemLanguages = [...spokenLanguages, everyLanguage] as const;

export const maxFileBytes = 20_000_000;
export const mostItems = 60;
/** How many letters a description has at most. */
export const mostWords = 5000;
/** In one form without scripts; with them each file is sent by itself. */
export const mostFilesAtOnce = 4;
/** From publication on, when nobody names another day. */
export const usualReviewMonths = 12;
