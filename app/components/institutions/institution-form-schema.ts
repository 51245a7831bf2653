import { CreatedInstitution } from '@tessera/core/institutions/schema.ts';
import { z } from 'zod';

const { shape } = CreatedInstitution;

/** What the form of a card sends: one name per language, at least one of them written; a position is two numbers or none. */
export const InstitutionForm = z
  .object({
    kind: shape.kind,
    texts: z
      .array(
        z.object({
          language: z.string().regex(/^[a-z]{2,3}$/),
          name: z.string().trim().max(300).default(''),
        }),
      )
      .superRefine((texts, issues) => {
        if (texts.some(({ name }) => name !== '')) return;
        issues.addIssue({ code: 'custom', message: 'validation.required', path: [0, 'name'] });
      }),
    shortName: shape.shortName,
    locality: shape.locality,
    county: shape.county,
    country: shape.country,
    address: shape.address,
    latitude: z.number().min(-90).max(90).optional(),
    longitude: z.number().min(-180).max(180).optional(),
    website: shape.website,
    languages: shape.languages,
    parentId: shape.parentId,
  })
  .superRefine(({ latitude, longitude }, issues) => {
    if ((latitude === undefined) === (longitude === undefined)) return;
    const path = [latitude === undefined ? 'latitude' : 'longitude'];
    issues.addIssue({ code: 'custom', message: 'validation.required', path });
  });

export type InstitutionFormInput = z.input<typeof InstitutionForm>;

/** What the core wants of what was typed. */
export function cardOf({ texts, latitude, longitude, ...card }: z.output<typeof InstitutionForm>) {
  return {
    ...card,
    latitude: latitude ?? null,
    longitude: longitude ?? null,
    texts: texts.filter(({ name }) => name !== ''),
  };
}
