import { ProgrammeEdit, ProgrammeFields } from '@tessera/core/mentoring/schema.ts';
import { z } from 'zod';

/** A programme as its form sends it: one text for each language of the network, most of them empty. */
export const ProgrammeForm = ProgrammeFields.extend({
  seen: ProgrammeEdit.shape.seen,
  seenPlanApproval: z.enum(['yes', 'no']).optional(),
  texts: z
    .array(
      z.object({
        language: ProgrammeFields.shape.texts.element.shape.language,
        title: z.string().trim().max(200).default(''),
        summary: z.string().trim().max(2000).default(''),
      }),
    )
    .max(40)
    .superRefine((texts, issues) => {
      const refuse = (index: number) =>
        issues.addIssue({ code: 'custom', message: 'validation.required', path: [index, 'title'] });
      if (texts.every(({ title }) => title === '')) refuse(0);
      for (const [index, { title, summary }] of texts.entries()) if (!title && summary) refuse(index);
    }),
});

/** The same without the languages that nothing was written in. */
export function programmeOf({ texts, ...fields }: z.output<typeof ProgrammeForm>) {
  return { ...fields, texts: texts.filter(({ title }) => title !== '') };
}

/** The same for a programme that exists. A form that does not say what it showed of approvals leaves them as they are. */
export function programmeEditOf(form: z.output<typeof ProgrammeForm>) {
  const { planApproval, seenPlanApproval, ...fields } = programmeOf(form);
  const approval = seenPlanApproval && { planApproval, seenPlanApproval: seenPlanApproval === 'yes' };
  return { ...fields, ...approval };
}
