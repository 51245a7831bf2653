export { en as ro } from '../en/client.ts';
