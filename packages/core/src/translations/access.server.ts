import { type NetworkContext, reach } from '../context.server.ts';
import { languagesOf } from '../permissions.ts';
import { isModuleOn } from '../settings/modules.ts';
import { kinds, type TextKind, textKinds } from './kinds.ts';

/** The kinds of content that there are in a network. */
export function kindsIn({ network }: NetworkContext): TextKind[] {
  return textKinds.filter((kind) => {
    const { module } = kinds[kind];
    return module === null || isModuleOn(network, module);
  });
}

/** Whether somebody writes all words of a kind: by the permission of its noun. */
export function writesAll(ctx: NetworkContext, kind: TextKind): boolean {
  return reach(ctx, kinds[kind].permission).kind === 'network';
}

type Content = {
  kind: TextKind;
  /** Members read it */
  isShown: boolean;
  /** Everybody reads it */
  isPublic: boolean;
};

/** Whether somebody writes a text: a translator of the language does, if they read what it belongs to. */
export function mayWrite(ctx: NetworkContext, content: Content, language: string): boolean {
  if (writesAll(ctx, content.kind)) return true;
  return maySee(ctx, content) && languagesOf(ctx.grants, 'translation_verifier').includes(language);
}

/**
 * Whether somebody reads a thing among the translations at all. Being a translator opens nothing: what everybody reads, and what
 * members read if one's role reads it in the whole network.
 */
export function maySee(ctx: NetworkContext, { kind, isShown, isPublic }: Content): boolean {
  if (writesAll(ctx, kind)) return true;
  return isShown && (isPublic || reach(ctx, kinds[kind].readPermission).kind === 'network');
}

/** The languages that somebody translates into, of those in which the network writes. */
export function ownLanguages(ctx: NetworkContext): string[] {
  const { contentLanguages } = ctx.network;
  if (kindsIn(ctx).some((kind) => writesAll(ctx, kind))) return contentLanguages;
  const held = languagesOf(ctx.grants, 'translation_verifier');
  return contentLanguages.filter((language) => held.includes(language));
}
