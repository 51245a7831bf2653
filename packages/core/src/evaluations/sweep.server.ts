import { evaluatingNetworks, trainingsToTend } from '@tessera/db/evaluations.server.ts';
import { inNetwork, inScope } from '@tessera/db/scope.server.ts';
import { isModuleOn } from '../settings/modules.ts';
import { tendTraining } from './tend.server.ts';

/**
 * Opens, asks, reminds and closes in every network, by its own clock and settings. Safe to run twice and at once; each
 * training is a transaction of its own, and one that fails does not keep the others waiting.
 * @returns how many steps were taken
 * @throws AggregateError after all were tried
 */
export async function sweepEvaluations(realNow: Date): Promise<number> {
  const networks = await inScope({ door: 'platform' }, (tx) => tx.run(evaluatingNetworks(realNow)));
  const failures: Error[] = [];
  let steps = 0;
  for (const { networkId, clockOffset, settings } of networks) {
    const place = {
      networkId,
      now: new Date(realNow.getTime() + clockOffset * 1000),
      settings: settings ?? [],
    };
    if (!isModuleOn(place, 'trainings')) continue;
    const trainings = await inNetwork(networkId, (tx) => tx.run(trainingsToTend(networkId, place.now, null)));
    for (const training of trainings) {
      try {
        steps += await inNetwork(networkId, (tx) => tendTraining(tx, place, training));
      } catch (cause) {
        failures.push(new Error(`training ${training.trainingId}`, { cause }));
      }
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, failures.map(({ message }) => message).join(', '));
  return steps;
}
