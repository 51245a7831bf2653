import type { ActionFunctionArgs } from '@remix-run/node';
import { api } from './api.server.ts';
import { keepPictures } from './pictures.server.ts';
import { refuse } from './refusal.server.ts';

/**
 * What `submit` does with the logos in the form of a phase before it checks the form.
 * @throws a refusal, before the files are read, for who may not change a phase
 */
export async function withLogos(args: ActionFunctionArgs, where: { network: string }) {
  const { mayEdit } = await api(args).phases.list(where);
  if (!mayEdit) throw refuse('not_allowed');
  return {
    prepare: (form: FormData) =>
      keepPictures(form, {
        field: 'logo',
        removal: 'isLogoRemoved',
        keep: async (picture) => (await api(args).phases.keepLogo({ ...where, ...picture })).logoId,
      }),
  };
}
