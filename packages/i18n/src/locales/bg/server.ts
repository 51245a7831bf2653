import { accounts } from './accounts.ts';
import { agreements } from './agreements.ts';
import { answers } from './answers.ts';
import { attendance } from './attendance.ts';
import { badges } from './badges.ts';
import { cards } from './cards.ts';
import { care } from './care.ts';
import { catalogue } from './catalogue.ts';
import { certificates } from './certificates.ts';
import { checkin } from './checkin.ts';
import { closing } from './closing.ts';
import { common } from './common.ts';
import { dev } from './dev.ts';
import { documents } from './documents.ts';
import { errors } from './errors.ts';
import { evaluations } from './evaluations.ts';
import { exchange } from './exchange.ts';
import { founding } from './founding.ts';
import { identity } from './identity.ts';
import { indicators } from './indicators.ts';
import { initiatives } from './initiatives.ts';
import { institutions } from './institutions.ts';
import { joining } from './joining.ts';
import { library } from './library.ts';
import { links } from './links.ts';
import { mails } from './mails.ts';
import { mentoring } from './mentoring.ts';
import { messages } from './messages.ts';
import { networks } from './networks.ts';
import { operator } from './operator.ts';
import { patterns } from './patterns.ts';
import { people } from './people.ts';
import { phases } from './phases.ts';
import { pictograms } from './pictograms.ts';
import { plans } from './plans.ts';
import { privacy } from './privacy.ts';
import { processing } from './processing.ts';
import { programmes } from './programmes.ts';
import { questions } from './questions.ts';
import { register } from './register.ts';
import { registering } from './registering.ts';
import { registration } from './registration.ts';
import { seats } from './seats.ts';
import { secondStep } from './secondStep.ts';
import { shell } from './shell.ts';
import { spot } from './spot.ts';
import { supervision } from './supervision.ts';
import { trainings } from './trainings.ts';
import { transfer } from './transfer.ts';
import { translations } from './translations.ts';
import { translators } from './translators.ts';

export const bg = {
  agreements,
  answers,
  attendance,
  badges,
  cards,
  care,
  supervision,
  catalogue,
  certificates,
  checkin,
  closing,
  common,
  dev,
  documents,
  errors,
  evaluations,
  exchange,
  founding,
  identity,
  indicators,
  initiatives,
  institutions,
  joining,
  library,
  links,
  mails,
  mentoring,
  messages,
  networks,
  operator,
  patterns,
  accounts,
  people,
  phases,
  pictograms,
  plans,
  privacy,
  processing,
  programmes,
  questions,
  register,
  registering,
  registration,
  seats,
  secondStep,
  shell,
  spot,
  trainings,
  transfer,
  translations,
  translators,
};
