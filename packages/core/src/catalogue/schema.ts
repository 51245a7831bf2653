import { z } from 'zod';
import { Period } from '../trainings/schema.ts';
import { trainingKinds, trainingModes, trainingThemes } from '../trainings/terms.ts';
import { mostInWidget, searchOrders } from './terms.ts';

/** What the events of all networks are narrowed by; an empty text leaves nothing out. */
export const EventSearch = z.object({
  q: z.string().trim().max(100).default(''),
  kind: z.enum(trainingKinds).or(z.literal('')).default(''),
  theme: z.enum(trainingThemes).or(z.literal('')).default(''),
  mode: z.enum(trainingModes).or(z.literal('')).default(''),
  language: z.string().max(8).default(''),
  ...Period.shape,
  /** The network that holds them */
  host: z.string().max(40).default(''),
  country: z.string().max(2).default(''),
  free: z.boolean().default(false),
  sort: z.enum(searchOrders).default('date'),
  page: z.number().int().min(1).max(100_000).default(1),
});

/** What a frame in another site shows. */
export const WidgetWish = z.object({
  number: z.number().int().min(1).max(mostInWidget).default(5),
  theme: EventSearch.shape.theme,
});
