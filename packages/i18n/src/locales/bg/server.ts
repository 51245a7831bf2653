export { en as bg } from '../en/server.ts';
