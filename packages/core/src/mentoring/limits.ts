/** The most characters of a summary and of a private note, and of the next steps. */
export const longestText = 10_000;
export const longestSteps = 4000;
export const mostPlanTasks = 60;
export const mostModules = 20;
